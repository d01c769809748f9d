#include "desktop/admin/policy_page.h"

#include "admin/ui_policy_page.h"
#include "desktop/admin/form_fields.h"
#include "desktop/theme/theme.h"
#include "services/error_text.h"

#include <cmath>

namespace dealdesk {

PolicyPage::PolicyPage(AppContext context, QWidget *parent)
    : QWidget(parent), m_context(std::move(context)), m_ui(std::make_unique<Ui::PolicyPage>())
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->policySave, "primary");
    setThemeRole(m_ui->policyHint, "muted");
    fillWithLabels<RoutingBasis>(m_ui->basisCombo);
    m_ui->factorSpin->setDecimals(3);
    m_ui->factorSpin->setRange(0, 1000);
    m_ui->factorSpin->setSingleStep(0.1);
    connect(m_ui->basisCombo, &QComboBox::currentIndexChanged, this, &PolicyPage::enable);
    connect(m_ui->factorSpin, &QDoubleSpinBox::valueChanged, this, &PolicyPage::enable);
    connect(m_ui->legalMonthsSpin, &QSpinBox::valueChanged, this, &PolicyPage::enable);
    for (auto *check : {m_ui->legalCustomCheck, m_ui->legalTermCheck})
        connect(check, &QCheckBox::toggled, this, &PolicyPage::enable);
    connect(m_ui->policySave, &QPushButton::clicked, this, [this] { save(); });
    connect(m_ui->policyRevert, &QPushButton::clicked, this, [this] {
        m_stored = m_context.reference->current()->policy;
        fill();
    });
    connect(m_ui->policyBanner, &Banner::actionTriggered, m_ui->policyRevert, &QPushButton::click);
    connect(m_context.reference.get(), &ReferenceStore::changed, this, &PolicyPage::takeStored);
    m_stored = m_context.reference->current()->policy;
    fill();
}

PolicyPage::~PolicyPage() = default;

void PolicyPage::takeStored()
{
    const bool untouched = entered() == m_stored;
    if (!untouched)
        return;
    m_stored = m_context.reference->current()->policy;
    fill();
}

void PolicyPage::fill()
{
    m_ui->policyBanner->clear();
    choose<RoutingBasis>(m_ui->basisCombo, m_stored.basis);
    m_ui->factorSpin->setValue(double(m_stored.clientValueFactor.millionths()) / double(Ratio::kScale));
    m_ui->legalCustomCheck->setChecked(m_stored.legalForCustomDeals);
    m_ui->legalTermCheck->setChecked(m_stored.legalForTermsOverMonths.has_value());
    m_ui->legalMonthsSpin->setValue(m_stored.legalForTermsOverMonths.value_or(24));
    enable();
}

void PolicyPage::enable()
{
    m_ui->legalMonthsSpin->setEnabled(m_ui->legalTermCheck->isChecked());
    const bool changed = entered() != m_stored;
    m_ui->policySave->setEnabled(changed);
    m_ui->policyRevert->setEnabled(changed);
}

RoutingPolicy PolicyPage::entered() const
{
    RoutingPolicy policy = m_stored;
    policy.basis = chosen<RoutingBasis>(m_ui->basisCombo).value_or(m_stored.basis);
    policy.clientValueFactor = Ratio::fromMillionths(std::llround(m_ui->factorSpin->value() * double(Ratio::kScale)));
    policy.legalForCustomDeals = m_ui->legalCustomCheck->isChecked();
    policy.legalForTermsOverMonths = m_ui->legalTermCheck->isChecked() ? std::optional(m_ui->legalMonthsSpin->value()) : std::nullopt;
    return policy;
}

QCoro::Task<> PolicyPage::save()
{
    const auto stop = m_saving.begin();
    m_ui->policySave->setEnabled(false);
    const auto session = m_context.session;
    const AdminService service(*session);
    const auto policy = entered();
    const auto task = service.savePolicy(policy);
    const auto saved = co_await task;
    if (stop.stopped())
        co_return;
    if (!saved) {
        enable();
        const bool stale = saved.error().code == ErrorCode::Stale;
        m_ui->policyBanner->showMessage(Tone::Negative, sentenceFor(saved.error()), stale ? tr("&Load what is stored now") : QString());
        co_return;
    }
    const auto loading = m_context.reference->load();
    co_await loading;
    if (stop.stopped())
        co_return;
    m_stored = m_context.reference->current()->policy;
    fill();
    m_ui->policyBanner->showMessage(Tone::Positive, tr("The policy is saved. It counts from the next submission on."));
}

} // namespace dealdesk
