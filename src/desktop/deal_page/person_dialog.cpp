#include "desktop/deal_page/person_dialog.h"

#include "desktop/theme/spacing.h"
#include "presentation/text/labels.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

PersonDialog *PersonDialog::ask(QWidget *parent, const QString &title, const QString &acceptText, const QList<Person> &people,
                                std::function<void(UserId)> chosen)
{
    auto *dialog = new PersonDialog(parent, title, acceptText, people);
    connect(dialog, &QDialog::accepted, parent,
            [dialog, chosen = std::move(chosen)] { chosen(UserId(dialog->m_people->currentData().toLongLong())); });
    dialog->open();
    return dialog;
}

PersonDialog::PersonDialog(QWidget *parent, const QString &title, const QString &acceptText, const QList<Person> &people)
    : QDialog(parent), m_people(new QComboBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"personDialog"_s);
    setWindowTitle(title);
    m_people->setObjectName(u"personChoice"_s);
    m_people->setAccessibleName(tr("Person"));
    for (const Person &person : people)
        m_people->addItem(tr("%1 (%2)").arg(person.displayName, label(person.role)), person.id.value());
    auto *caption = new QLabel(people.isEmpty() ? tr("Nobody is eligible. Ask an administrator to add somebody.") : tr("&Person"), this);
    caption->setWordWrap(true);
    caption->setBuddy(m_people);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"personCancel"_s);
    QPushButton *accept = buttons->addButton(acceptText, QDialogButtonBox::AcceptRole);
    accept->setObjectName(u"personAccept"_s);
    accept->setEnabled(!people.isEmpty());
    accept->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    rows->setSpacing(spacing::kSmall);
    rows->addWidget(caption);
    rows->addWidget(m_people);
    rows->addWidget(buttons);
    setMinimumWidth(380);
}

} // namespace dealdesk
