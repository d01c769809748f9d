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

void AnswerPanel::openFor(TaskAction purpose, bool withFields)
{
    arrange({purpose, {}, {}, withFields});
    m_ui->answerText->setFocus();
}

void AnswerPanel::openForRescinding(const QString &what)
{
    arrange({TaskAction::Rescind, {}, tr("%1. Why is it taken back?", "what was decided").arg(what)});
    m_ui->answerText->setFocus();
}

void AnswerPanel::arrange(const State &state)
{
    m_purpose = state.purpose;
    m_title = state.title;
    m_withFields = state.withFields;
    const bool namesFields = m_purpose == TaskAction::RequestRevision && m_withFields;
    m_ui->meantFieldsLabel->setVisible(namesFields);
    m_ui->meantFieldsList->setVisible(namesFields);
    m_ui->answerTextError->showError(m_ui->answerText, {});
    if (m_purpose == TaskAction::RequestRevision) {
        m_ui->answerTitle->setText(tr("Why is a revision needed?"));
        m_ui->answerSend->setText(tr("&Send revision request"));
    } else if (m_purpose == TaskAction::Reject) {
        m_ui->answerTitle->setText(tr("Why is the deal rejected? It is lost then."));
        m_ui->answerSend->setText(tr("&Reject the deal"));
    } else if (m_purpose == TaskAction::Rescind) {
        m_ui->answerTitle->setText(m_title);
        m_ui->answerSend->setText(tr("&Take it back"));
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
        arrange(state);
    else
        putAway();
}

AnswerPanel::State AnswerPanel::state() const
{
    return {m_purpose, m_ui->answerText->toPlainText(), m_title, m_withFields};
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
