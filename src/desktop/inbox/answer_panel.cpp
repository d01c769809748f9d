#include "desktop/inbox/answer_panel.h"

#include "desktop/theme/theme.h"
#include "inbox/ui_answer_panel.h"

#include <QKeyEvent>

namespace dealdesk {

namespace {

constexpr int kTextHeight = 76;
constexpr int kFieldsHeight = 132;

} // namespace

AnswerPanel::AnswerPanel(QAbstractItemModel *meantFields, QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::AnswerPanel>())
{
    m_ui->setupUi(this);
    setTextSize(m_ui->answerTitle, TextSize::Subheading);
    setThemeRole(m_ui->answerSend, "primary");
    m_ui->answerText->setFixedHeight(kTextHeight);
    m_ui->meantFieldsList->setFixedHeight(kFieldsHeight);
    m_ui->meantFieldsList->setModel(meantFields);
    m_ui->meantFieldsList->setFlow(QListView::TopToBottom);
    m_ui->meantFieldsList->setWrapping(true);
    m_ui->meantFieldsList->setResizeMode(QListView::Adjust);
    m_ui->answerText->installEventFilter(this);
    connect(m_ui->answerSend, &QPushButton::clicked, this, &AnswerPanel::send);
    connect(m_ui->answerCancel, &QPushButton::clicked, this, &AnswerPanel::putAwayByUser);
    connect(m_ui->answerText, &QPlainTextEdit::textChanged, this, [this] { m_ui->answerTextError->showError(m_ui->answerText, {}); });
    setVisible(false);
}

AnswerPanel::~AnswerPanel() = default;

void AnswerPanel::openFor(TaskAction purpose)
{
    arrange(purpose);
    m_ui->answerText->setFocus();
}

void AnswerPanel::arrange(TaskAction purpose)
{
    m_purpose = purpose;
    const bool revision = purpose == TaskAction::RequestRevision;
    m_ui->meantFieldsLabel->setVisible(revision);
    m_ui->meantFieldsList->setVisible(revision);
    m_ui->answerTextError->showError(m_ui->answerText, {});
    if (revision) {
        m_ui->answerTitle->setText(tr("Why is a revision needed?"));
        m_ui->answerSend->setText(tr("&Send revision request"));
    } else if (purpose == TaskAction::Reject) {
        m_ui->answerTitle->setText(tr("Why is the deal rejected? It is lost then."));
        m_ui->answerSend->setText(tr("&Reject the deal"));
    } else {
        m_ui->answerTitle->setText(tr("Comment"));
        m_ui->answerSend->setText(tr("&Add comment"));
    }
    m_ui->answerSend->setToolTip(tr("Ctrl+Enter"));
    m_ui->answerText->setAccessibleName(m_ui->answerTitle->text());
    setVisible(true);
}

void AnswerPanel::putAway()
{
    m_purpose.reset();
    setVisible(false);
}

void AnswerPanel::setState(const State &state)
{
    m_ui->answerText->setPlainText(state.text);
    if (state.purpose)
        arrange(*state.purpose);
    else
        putAway();
}

AnswerPanel::State AnswerPanel::state() const
{
    return {m_purpose, m_ui->answerText->toPlainText()};
}

void AnswerPanel::send()
{
    const QString text = m_ui->answerText->toPlainText().trimmed();
    if (text.isEmpty()) {
        m_ui->answerTextError->showError(m_ui->answerText,
                                         m_purpose == TaskAction::Comment ? tr("Write the comment first.")
                                                                          : tr("A reason is needed: the owner reads it."));
        m_ui->answerText->setFocus();
        return;
    }
    if (m_purpose)
        Q_EMIT sent(*m_purpose, text);
}

void AnswerPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT putAwayByUser();
        return;
    }
    QWidget::keyPressEvent(event);
}

bool AnswerPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            send();
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            Q_EMIT putAwayByUser();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dealdesk
