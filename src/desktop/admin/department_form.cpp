#include "desktop/admin/department_form.h"

#include "admin/ui_department_form.h"
#include "desktop/admin/form_fields.h"

namespace dealdesk {

namespace {

/// Every category that the catalogue has or had, and those that the department already names.
QStringList categoriesFor(AdminRecords *records, const DepartmentRecord &record)
{
    QStringList categories = record.department.incentiveCategories;
    for (const CatalogItem &item : records->catalog()->rows()) {
        if (!categories.contains(item.category))
            categories << item.category;
    }
    categories.sort(Qt::CaseInsensitive);
    return categories;
}

} // namespace

DepartmentForm::DepartmentForm(AdminRecords *records, DepartmentRecord record, QWidget *parent)
    : RecordForm(parent), m_ui(std::make_unique<Ui::DepartmentForm>()), m_records(records), m_record(std::move(record))
{
    m_ui->setupUi(this);
    m_ui->assigneeCombo->addItem(tr("Nobody: the shared queue"), 0);
    for (const Person &person : m_records->reference().people) {
        if (person.isActive && person.department == m_record.department.department)
            m_ui->assigneeCombo->addItem(person.displayName, person.id.value());
    }
    m_ui->categoriesList->setMinimumHeight(140);
    fill();
}

DepartmentForm::~DepartmentForm() = default;

QString DepartmentForm::title() const
{
    return tr("Edit %1").arg(m_record.department.displayName);
}

void DepartmentForm::fill()
{
    m_ui->displayNameEdit->setText(m_record.department.displayName);
    m_ui->contactEdit->setText(m_record.contactEmail);
    m_ui->descriptionEdit->setText(m_record.description);
    const auto assignee = m_record.defaultAssignee.value_or(UserId()).value();
    m_ui->assigneeCombo->setCurrentIndex(std::max(0, m_ui->assigneeCombo->findData(assignee)));
    m_ui->categoriesList->clear();
    for (const QString &category : categoriesFor(m_records, m_record)) {
        auto *item = new QListWidgetItem(category, m_ui->categoriesList);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(m_record.department.incentiveCategories.contains(category) ? Qt::Checked : Qt::Unchecked);
    }
    m_ui->alwaysCheck->setChecked(m_record.department.alwaysRequired);
    m_ui->activeCheck->setChecked(m_record.department.isActive);
}

DepartmentRecord DepartmentForm::entered() const
{
    DepartmentRecord record = m_record;
    record.department.displayName = m_ui->displayNameEdit->text().trimmed();
    record.contactEmail = m_ui->contactEdit->text().trimmed();
    record.description = m_ui->descriptionEdit->text().trimmed();
    const UserId assignee(m_ui->assigneeCombo->currentData().toLongLong());
    record.defaultAssignee = assignee.isValid() ? std::optional(assignee) : std::nullopt;
    record.department.incentiveCategories.clear();
    for (int row = 0; row < m_ui->categoriesList->count(); ++row) {
        const auto *item = m_ui->categoriesList->item(row);
        if (item->checkState() == Qt::Checked)
            record.department.incentiveCategories << item->text();
    }
    record.department.alwaysRequired = m_ui->alwaysCheck->isChecked();
    record.department.isActive = m_ui->activeCheck->isChecked();
    return record;
}

bool DepartmentForm::check()
{
    const QString contact = m_ui->contactEdit->text().trimmed();
    const bool mail = contact.isEmpty() || contact.contains(u'@');
    m_ui->contactEditError->showError(m_ui->contactEdit, mail ? QString() : tr("Give an e-mail address, like name@example.com."));
    const bool named = checkFilled(m_ui->displayNameEdit, m_ui->displayNameEditError, tr("Give the department's name."));
    return named && mail;
}

QCoro::Task<Status> DepartmentForm::save()
{
    const AdminService service(*m_records->session());
    const auto task = service.saveDepartment(entered());
    co_return co_await task;
}

void DepartmentForm::reload()
{
    for (const DepartmentRecord &record : m_records->departments()->rows()) {
        if (record.department.department == m_record.department.department)
            m_record = record;
    }
    fill();
}

} // namespace dealdesk
