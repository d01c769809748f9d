#include "desktop/filters/name_dialog.h"

#include "desktop/widgets/error_label.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

NameDialog *NameDialog::ask(QWidget *parent, const QString &title, const QString &name, Take take)
{
    auto *dialog = new NameDialog(parent, title, name, std::move(take));
    dialog->open();
    return dialog;
}

NameDialog::NameDialog(QWidget *parent, const QString &title, const QString &name, Take take)
    : QDialog(parent), m_name(new QLineEdit(name, this)), m_error(new ErrorLabel(this)), m_take(std::move(take))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"nameDialog"_s);
    setWindowTitle(title);
    m_name->setObjectName(u"nameDialogName"_s);
    m_name->setAccessibleName(tr("Name"));
    m_name->setMaxLength(80);
    m_name->selectAll();
    auto *caption = new QLabel(tr("&Name"), this);
    caption->setBuddy(m_name);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setObjectName(u"nameDialogSave"_s);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"nameDialogCancel"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &NameDialog::submit);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *rows = new QVBoxLayout(this);
    rows->addWidget(caption);
    rows->addWidget(m_name);
    rows->addWidget(m_error);
    rows->addWidget(buttons);
    setMinimumWidth(360);
}

void NameDialog::submit()
{
    const QString complaint = m_take(m_name->text().trimmed());
    m_error->showError(m_name, complaint);
    if (complaint.isEmpty())
        accept();
}

} // namespace dealdesk
