#include "desktop/admin/catalog_form.h"

#include "admin/ui_catalog_form.h"
#include "desktop/admin/form_fields.h"

namespace dealdesk {

CatalogForm::CatalogForm(AdminRecords *records, CatalogItem record, QWidget *parent)
    : RecordForm(parent), m_ui(std::make_unique<Ui::CatalogForm>()), m_records(records), m_record(std::move(record))
{
    m_ui->setupUi(this);
    for (const CatalogItem &item : m_records->catalog()->rows()) {
        if (m_ui->categoryCombo->findText(item.category) < 0)
            m_ui->categoryCombo->addItem(item.category);
        if (m_ui->subCategoryCombo->findText(item.subCategory) < 0)
            m_ui->subCategoryCombo->addItem(item.subCategory);
    }
    fill();
}

CatalogForm::~CatalogForm() = default;

QString CatalogForm::title() const
{
    return m_record.id != 0 ? tr("Edit %1").arg(m_record.option) : tr("New incentive option");
}

void CatalogForm::fill()
{
    m_ui->categoryCombo->setCurrentText(m_record.category);
    m_ui->subCategoryCombo->setCurrentText(m_record.subCategory);
    m_ui->optionEdit->setText(m_record.option);
    m_ui->positionSpin->setValue(m_record.position);
    m_ui->activeCheck->setChecked(m_record.isActive);
}

CatalogItem CatalogForm::entered() const
{
    CatalogItem item = m_record;
    item.category = m_ui->categoryCombo->currentText().trimmed();
    item.subCategory = m_ui->subCategoryCombo->currentText().trimmed();
    item.option = m_ui->optionEdit->text().trimmed();
    item.position = m_ui->positionSpin->value();
    item.isActive = m_ui->activeCheck->isChecked();
    return item;
}

bool CatalogForm::check()
{
    const CatalogItem item = entered();
    m_ui->categoryComboError->showError(m_ui->categoryCombo, item.category.isEmpty() ? tr("Choose or name a category.") : QString());
    m_ui->subCategoryComboError->showError(m_ui->subCategoryCombo,
                                           item.subCategory.isEmpty() ? tr("Choose or name a sub-category.") : QString());
    const bool named = checkFilled(m_ui->optionEdit, m_ui->optionEditError, tr("Give the option's name."));
    return named && !item.category.isEmpty() && !item.subCategory.isEmpty();
}

QCoro::Task<Status> CatalogForm::save()
{
    const AdminService service(*m_records->session());
    const auto task = service.saveCatalogItem(entered());
    co_return co_await task;
}

void CatalogForm::reload()
{
    for (const CatalogItem &item : m_records->catalog()->rows()) {
        if (item.id == m_record.id)
            m_record = item;
    }
    fill();
}

} // namespace dealdesk
