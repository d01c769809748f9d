#include "desktop/deal_page/comments_tab.h"

#include "deal_page/ui_comments_tab.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"
#include "presentation/text/format.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScrollBar>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr auto kKeepAfter = std::chrono::milliseconds(500);
}

CommentsTab::CommentsTab(DealPageModel *page, QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::CommentsTab>()), m_page(page)
{
    m_ui->setupUi(this);
    setObjectName(u"commentsTab"_s);
    setThemeRole(m_ui->commentSend, "primary");
    setThemeRole(m_ui->commentHint, "muted");
    m_ui->commentsEmpty->setContent("message-square"_L1, tr("No comments yet"), tr("Write the first one below."));
    m_ui->commentText->installEventFilter(this);
    m_ui->commentText->setPlainText(QSettings().value(settingsKey()).toString());
    m_pause.setSingleShot(true);
    m_pause.setInterval(kKeepAfter);
    connect(&m_pause, &QTimer::timeout, this, &CommentsTab::keepTyped);
    connect(m_ui->commentText, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_ui->commentText, &QPlainTextEdit::textChanged, this, &CommentsTab::updateButton);
    connect(m_ui->commentSend, &QPushButton::clicked, this, &CommentsTab::send);
    connect(m_page, &DealPageModel::busyChanged, this, &CommentsTab::updateButton);
    connect(m_page, &DealPageModel::commentSent, this, [this] {
        m_ui->commentText->clear();
        keepTyped();
    });
    updateButton();
}

CommentsTab::~CommentsTab()
{
    keepTyped();
}

void CommentsTab::refresh()
{
    const auto &comments = m_page->detail()->comments;
    m_ui->commentsStack->setCurrentWidget(comments.isEmpty() ? static_cast<QWidget *>(m_ui->commentsEmpty) : m_ui->commentsScroll);
    // Comments are only ever added, so what stands there stays and keeps its place.
    const bool atEnd = m_ui->commentsScroll->verticalScrollBar()->value() == m_ui->commentsScroll->verticalScrollBar()->maximum();
    for (const CommentRow &comment : comments) {
        if (!m_shown.contains(comment))
            addComment(comment);
    }
    if (atEnd)
        QTimer::singleShot(0, m_ui->commentsScroll, [scroll = m_ui->commentsScroll] {
            scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
        });
}

bool CommentsTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->commentText && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            send();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CommentsTab::send()
{
    m_page->sendComment(m_ui->commentText->toPlainText());
}

void CommentsTab::keepTyped()
{
    m_pause.stop();
    const QString typed = m_ui->commentText->toPlainText();
    if (typed.trimmed().isEmpty())
        QSettings().remove(settingsKey());
    else
        QSettings().setValue(settingsKey(), typed);
}

void CommentsTab::addComment(const CommentRow &comment)
{
    m_shown.append(comment);
    auto *card = new Card(m_ui->commentsList);
    card->setAccessibleName(tr("Comment by %1").arg(comment.author));
    auto *head = new QLabel(tr("%1 · %2").arg(comment.author, formatInstant(comment.createdAt)), card);
    head->setTextFormat(Qt::PlainText);
    setThemeRole(head, "muted");
    auto *body = new QLabel(comment.body, card);
    body->setTextFormat(Qt::PlainText);
    body->setWordWrap(true);
    body->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    card->body()->addWidget(head);
    card->body()->addWidget(body);
    m_ui->commentRows->insertWidget(m_ui->commentRows->count() - 1, card);
}

void CommentsTab::updateButton()
{
    m_ui->commentSend->setEnabled(!m_page->isBusy() && !m_ui->commentText->toPlainText().trimmed().isEmpty());
}

QString CommentsTab::settingsKey() const
{
    return u"people/%1/unsentComments/%2"_s.arg(m_page->actor().username).arg(m_page->id().value());
}

} // namespace dealdesk
