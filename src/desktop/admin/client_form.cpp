#include "desktop/admin/client_form.h"

#include "admin/ui_client_form.h"
#include "desktop/admin/form_fields.h"
#include "desktop/theme/theme.h"

namespace dealdesk {

ClientForm::ClientForm(AdminRecords *records, ClientRecord record, QWidget *parent)
    : RecordForm(parent), m_ui(std::make_unique<Ui::ClientForm>()), m_records(records), m_record(std::move(record))
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->noDataHint, "muted");
    m_ui->kindCombo->addItem(tr("Advertiser"), QString());
    fillWithLabels<AgencyType>(m_ui->kindCombo);
    m_ui->kindCombo->setEnabled(m_record.id == 0 || m_record.isAgency);
    if (m_record.id != 0 && m_record.isAgency)
        m_ui->kindCombo->removeItem(0); // what exists does not change its kind
    fillWithLabels<Region>(m_ui->regionCombo, tr("Not known"));
    fill();
}

ClientForm::~ClientForm() = default;

QString ClientForm::title() const
{
    return m_record.id != 0 ? tr("Edit %1").arg(m_record.name) : tr("New client");
}

void ClientForm::fill()
{
    m_ui->nameEdit->setText(m_record.name);
    choose(m_ui->kindCombo, m_record.isAgency ? std::optional(m_record.type) : std::nullopt);
    choose(m_ui->regionCombo, m_record.region);
    m_ui->revenueEdit->setMoney(m_record.history.revenue);
    m_ui->marginEdit->setRatio(m_record.history.margin);
    m_ui->profitEdit->setMoney(m_record.history.profit);
    m_ui->incentiveCostEdit->setMoney(m_record.history.incentiveCost);
    m_ui->clientValueEdit->setMoney(m_record.history.clientValue);
    m_ui->activeCheck->setChecked(m_record.isActive);
}

ClientRecord ClientForm::entered() const
{
    ClientRecord client = m_record;
    client.name = m_ui->nameEdit->text().trimmed();
    const auto type = chosen<AgencyType>(m_ui->kindCombo);
    client.isAgency = type.has_value();
    client.type = type.value_or(AgencyType::Independent);
    client.region = chosen<Region>(m_ui->regionCombo);
    client.history = {.revenue = m_ui->revenueEdit->money(),
                      .margin = m_ui->marginEdit->ratio(),
                      .profit = m_ui->profitEdit->money(),
                      .incentiveCost = m_ui->incentiveCostEdit->money(),
                      .clientValue = m_ui->clientValueEdit->money()};
    client.isActive = m_ui->activeCheck->isChecked();
    return client;
}

bool ClientForm::check()
{
    bool good = checkFilled(m_ui->nameEdit, m_ui->nameEditError, tr("Give the client's name."));
    const std::pair<ValueEdit *, ErrorLabel *> figures[] = {{m_ui->revenueEdit, m_ui->revenueEditError},
                                                            {m_ui->marginEdit, m_ui->marginEditError},
                                                            {m_ui->profitEdit, m_ui->profitEditError},
                                                            {m_ui->incentiveCostEdit, m_ui->incentiveCostEditError},
                                                            {m_ui->clientValueEdit, m_ui->clientValueEditError}};
    for (const auto &[edit, error] : figures) {
        error->showError(edit, edit->isUnreadable() ? tr("This is no number that can be read.") : QString());
        good = good && !edit->isUnreadable();
    }
    return good;
}

QCoro::Task<Status> ClientForm::save()
{
    const AdminService service(*m_records->session());
    const auto task = service.saveClient(entered());
    co_return co_await task;
}

void ClientForm::reload()
{
    for (const ClientRecord &client : m_records->clients()->rows()) {
        if (client.id == m_record.id && client.isAgency == m_record.isAgency)
            m_record = client;
    }
    fill();
}

} // namespace dealdesk
