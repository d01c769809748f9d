#include "desktop/admin/level_form.h"

#include "admin/ui_level_form.h"
#include "desktop/admin/form_fields.h"

namespace dealdesk {

LevelForm::LevelForm(AdminRecords *records, LevelRecord record, QWidget *parent)
    : RecordForm(parent), m_ui(std::make_unique<Ui::LevelForm>()), m_records(records), m_record(std::move(record))
{
    m_ui->setupUi(this);
    m_ui->codeEdit->setReadOnly(!m_record.level.code.isEmpty());
    fill();
}

LevelForm::~LevelForm() = default;

QString LevelForm::title() const
{
    return m_record.level.code.isEmpty() ? tr("New level") : tr("Edit %1").arg(m_record.level.displayName);
}

void LevelForm::fill()
{
    m_ui->displayNameEdit->setText(m_record.level.displayName);
    m_ui->codeEdit->setText(m_record.level.code);
    m_ui->rankSpin->setValue(m_record.level.rank);
    m_ui->limitEdit->setMoney(m_record.level.limit);
}

LevelRecord LevelForm::entered() const
{
    LevelRecord record = m_record;
    record.level.displayName = m_ui->displayNameEdit->text().trimmed();
    record.level.code = m_ui->codeEdit->text().trimmed();
    record.level.rank = m_ui->rankSpin->value();
    record.level.limit = m_ui->limitEdit->money().value_or(Money());
    return record;
}

bool LevelForm::check()
{
    const bool named = checkFilled(m_ui->displayNameEdit, m_ui->displayNameEditError, tr("Give the level's name."));
    const bool coded = checkFilled(m_ui->codeEdit, m_ui->codeEditError, tr("Give a short code, like vp."));
    const auto limit = m_ui->limitEdit->money();
    const bool limited = limit && !limit->isNegative();
    m_ui->limitEditError->showError(m_ui->limitEdit, limited ? QString() : tr("Give the highest amount that the level may decide."));
    const LevelRecord level = entered();
    QString taken;
    for (const LevelRecord &other : m_records->levels()->rows()) {
        if (other.level.rank == level.level.rank && other.level.code != level.level.code)
            taken = tr("%1 has this rank already.").arg(other.level.displayName);
    }
    m_ui->rankSpinError->showError(m_ui->rankSpin, taken);
    return named && coded && limited && taken.isEmpty();
}

QCoro::Task<Status> LevelForm::save()
{
    const AdminService service(*m_records->session());
    const auto task = service.saveLevel(entered());
    co_return co_await task;
}

void LevelForm::reload()
{
    for (const LevelRecord &record : m_records->levels()->rows()) {
        if (record.level.code == m_record.level.code)
            m_record = record;
    }
    fill();
}

} // namespace dealdesk
