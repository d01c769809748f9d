#include "desktop/deal_page/reason_dialog.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

ReasonDialog *ReasonDialog::ask(QWidget *parent, const ReasonQuestion &question, std::function<void(const QString &)> given)
{
    auto *dialog = new ReasonDialog(parent, question);
    connect(dialog, &QDialog::accepted, parent, [dialog, given = std::move(given)] { given(dialog->m_reason->toPlainText().trimmed()); });
    dialog->open();
    return dialog;
}

ReasonDialog::ReasonDialog(QWidget *parent, const ReasonQuestion &question)
    : QDialog(parent), m_reason(new QPlainTextEdit(this)), m_required(question.required)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"reasonDialog"_s);
    setWindowTitle(question.title);
    auto *text = new QLabel(question.text, this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    auto *caption = new QLabel(question.required ? tr("&Reason") : tr("&Reason (optional)"), this);
    caption->setBuddy(m_reason);
    m_reason->setObjectName(u"reasonText"_s);
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setTabChangesFocus(true);
    m_reason->setPlaceholderText(tr("The others read this in the deal's history"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"reasonCancel"_s);
    m_accept = buttons->addButton(question.acceptText, QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(u"reasonAccept"_s);
    m_accept->setToolTip(tr("Ctrl+Enter"));
    setThemeRole(m_accept, question.destructive ? "danger" : "primary");
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &ReasonDialog::updateAccept);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    rows->setSpacing(spacing::kSmall);
    rows->addWidget(text);
    rows->addWidget(caption);
    rows->addWidget(m_reason);
    rows->addWidget(buttons);
    resize(460, 260);
    updateAccept();
    m_reason->setFocus();
    for (const auto key : {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter})
        connect(new QShortcut(QKeySequence(key), this), &QShortcut::activated, m_accept, &QPushButton::click);
}

void ReasonDialog::keyPressEvent(QKeyEvent *event)
{
    // Enter on the dialog itself must not accept what somebody is still writing.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->ignore();
    else
        QDialog::keyPressEvent(event);
}

void ReasonDialog::updateAccept()
{
    m_accept->setEnabled(!m_required || !m_reason->toPlainText().trimmed().isEmpty());
}

} // namespace dealdesk
