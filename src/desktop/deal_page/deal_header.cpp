#include "desktop/deal_page/deal_header.h"

#include "deal_page/ui_deal_header.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

std::optional<Money> topRevenueOf(const DealDraft &draft)
{
    std::optional<Money> top;
    for (const Tier &tier : draft.tiers) {
        if (tier.annualRevenue && (!top || *tier.annualRevenue > *top))
            top = tier.annualRevenue;
    }
    return top;
}

QString factsOf(const DealDetail &deal)
{
    QStringList facts;
    facts << (deal.content.clientName().isEmpty() ? DealHeader::tr("no client yet") : deal.content.clientName());
    facts << label(deal.content.channel);
    facts << DealHeader::tr("owned by %1").arg(deal.ownerName);
    if (const auto top = topRevenueOf(deal.content))
        facts << DealHeader::tr("top tier %1").arg(formatMoney(*top));
    if (deal.routingAmount)
        facts << DealHeader::tr("routed at %1").arg(formatMoney(*deal.routingAmount));
    if (deal.content.termStart.isValid() && deal.content.termEnd.isValid())
        facts << DealHeader::tr("%1 to %2").arg(formatDate(deal.content.termStart), formatDate(deal.content.termEnd));
    return facts.join(u"  ·  "_s);
}

} // namespace

DealHeader::DealHeader(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::DealHeader>())
{
    m_ui->setupUi(this);
    setTextSize(m_ui->dealReference, TextSize::Heading);
    setThemeRole(m_ui->dealReference, "muted");
    setTextSize(m_ui->dealName, TextSize::Heading);
    setThemeRole(m_ui->dealFacts, "muted");
    m_ui->dealCopyReference->setIcon(icon("copy"_L1));
    m_ui->dealCopyReference->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_ui->dealAttention->hide();
    connect(m_ui->dealCopyReference, &QToolButton::clicked, this, &DealHeader::copyRequested);
}

DealHeader::~DealHeader() = default;

void DealHeader::setDeal(const DealDetail &deal)
{
    m_ui->dealReference->setText(deal.reference);
    m_ui->dealName->setText(deal.content.name.isEmpty() ? tr("(no name yet)") : deal.content.name);
    m_ui->dealFacts->setText(factsOf(deal));
    m_ui->dealStatus->setStatus(label(deal.facts.status), toneOf(meaningOf(deal.facts.status)));
    m_ui->dealAttention->setVisible(deal.facts.expired || deal.needsAttention);
    m_ui->dealAttention->setStatus(deal.facts.expired ? tr("Expired") : tr("Needs attention"), Tone::Caution);
    m_ui->dealPath->setPath(statusPathOf(deal));
}

} // namespace dealdesk
