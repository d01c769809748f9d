#include "desktop/deal_editor/deal_panel.h"

#include "desktop/deal_editor/field_binder.h"
#include "desktop/theme/spacing.h"
#include "presentation/text/labels.h"
#include "presentation/text/user_input.h"

#include "deal_editor/ui_deal_panel.h"

namespace dealdesk {

namespace {
template<typename E>
void fill(QComboBox *combo)
{
    for (const E value : allOf<E>())
        combo->addItem(label(value));
}

QStringList clientNames(const KnownClients &clients, SalesChannel channel)
{
    if (channel == SalesChannel::ClientDirect)
        return clients.advertisers;
    const AgencyType wanted = channel == SalesChannel::HoldingCompany ? AgencyType::HoldingCompany : AgencyType::Independent;
    QStringList names;
    for (auto it = clients.agencies.cbegin(); it != clients.agencies.cend(); ++it) {
        if (it.value() == wanted)
            names.append(it.key());
    }
    names.sort(Qt::CaseInsensitive);
    return names;
}
} // namespace

DealPanel::DealPanel(DealForm &form, FieldBinder &binder, QWidget *parent)
    : QWidget(parent), m_form(form), m_ui(std::make_unique<Ui::DealPanel>())
{
    m_ui->setupUi(this);
    m_ui->nameEdit->setMaxLength(kMaxNameLength);
    const int dateWidth = fontMetrics().horizontalAdvance(dateForInput(QDate(2028, 12, 28))) + 3 * spacing::kHuge / 2 + 2 * spacing::kSmall;
    m_ui->termStartEdit->setMinimumWidth(dateWidth);
    m_ui->termEndEdit->setMinimumWidth(dateWidth);
    fill<DealType>(m_ui->typeCombo);
    fill<SalesChannel>(m_ui->channelCombo);
    fill<DealStructure>(m_ui->structureCombo);
    fill<Priority>(m_ui->priorityCombo);
    m_ui->regionCombo->addItem(tr("Not chosen yet"));
    fill<Region>(m_ui->regionCombo);

    binder.bind(m_ui->nameEdit, Field::Name, m_ui->nameEditError);
    binder.bind(m_ui->emailEdit, Field::Email, m_ui->emailEditError);
    binder.bind(
        m_ui->clientEdit, [this] { return m_form.clientField(); }, m_ui->clientEditError);
    binder.bind(m_ui->termStartEdit, Field::TermStart, m_ui->termStartEditError);
    binder.bind(m_ui->monthsSpin, Field::ContractTerm, m_ui->monthsSpinError);
    binder.bind(m_ui->termEndEdit, Field::TermEnd, m_ui->termEndEditError);
    binder.bind(m_ui->growthAmbitionEdit, Field::GrowthAmbition, m_ui->growthAmbitionEditError);
    bindChoices(binder);

    const auto takeClient = [this] { m_form.setInput(m_form.clientField(), m_ui->clientEdit->resolved()); };
    connect(m_ui->clientEdit, &ChoiceEdit::chosen, this, takeClient);
    connect(m_ui->clientEdit, &QLineEdit::editingFinished, this, takeClient);
    connect(&form, &DealForm::contentChanged, this, [this] {
        if (m_clientsOf != m_form.draft().channel)
            showClients();
    });
    const auto showHistory = [this] { m_ui->clientHistory->setHistory(m_form.clientHistory()); };
    connect(&form, &DealForm::clientHistoryChanged, this, showHistory);
    showHistory();
    showClients();
}

DealPanel::~DealPanel() = default;

void DealPanel::bindChoices(FieldBinder &binder)
{
    binder.bind(
        m_ui->typeCombo, Field::Type, m_ui->typeComboError, [this] { return int(m_form.draft().type); },
        [this](int index) { m_form.setType(allOf<DealType>().at(size_t(index))); });
    binder.bind(
        m_ui->channelCombo, Field::Channel, m_ui->channelComboError, [this] { return int(m_form.draft().channel); },
        [this](int index) { m_form.setChannel(allOf<SalesChannel>().at(size_t(index))); });
    binder.bind(
        m_ui->structureCombo, Field::Structure, m_ui->structureComboError, [this] { return int(m_form.draft().structure); },
        [this](int index) { m_form.setStructure(allOf<DealStructure>().at(size_t(index))); });
    binder.bind(
        m_ui->priorityCombo, Field::Priority, m_ui->priorityComboError, [this] { return int(m_form.draft().priority); },
        [this](int index) { m_form.setPriority(allOf<Priority>().at(size_t(index))); });
    binder.bind(
        m_ui->regionCombo, Field::Region, m_ui->regionComboError,
        [this] { return m_form.draft().region ? int(*m_form.draft().region) + 1 : 0; },
        [this](int index) { m_form.setRegion(index > 0 ? std::optional(allOf<Region>().at(size_t(index - 1))) : std::nullopt); });
}

void DealPanel::showClients()
{
    m_clientsOf = m_form.draft().channel;
    m_ui->clientEdit->setChoices(clientNames(m_form.reference().clients, *m_clientsOf));
    const QString kind = label(m_form.clientField().field);
    m_ui->clientEditLabel->setText(*m_clientsOf == SalesChannel::ClientDirect ? tr("C&lient (advertiser)") : tr("C&lient (agency)"));
    m_ui->clientEdit->setAccessibleName(kind);
}

} // namespace dealdesk
