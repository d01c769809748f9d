#include "services/sample/sample_reviews.h"

#include "domain/draft_json.h"
#include "domain/plan_json.h"
#include "services/sample/sample_deals.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

const QString kSam = u"sam.seller"_s;

Incentive incentiveOf(const IncentiveCatalog &catalog, const QString &category, Money value)
{
    const QString subCategory = catalog.subCategoryNames(category).value(0);
    return {category, subCategory, catalog.options(category, subCategory).value(0), value, u"paid quarterly"_s};
}

const SamplePerson &reviewerOf(Department department)
{
    return *std::find_if(samplePeople().begin(), samplePeople().end(),
                         [department](const SamplePerson &person) { return person.department == department; });
}

QString startOfDay(QDate day)
{
    return day.startOfDay().toUTC().toString(Qt::ISODateWithMs);
}

} // namespace

SampleReviews::SampleReviews(SampleDesk &desk, const ReferenceData &reference, QDateTime now)
    : m_desk(desk), m_reference(reference), m_now(std::move(now))
{
}

void SampleReviews::write()
{
    writeThreeRevisions();
    writeSentBack();
    writeAbsences();
    m_desk.as(kSam, u"cmd_tick"_s, {});
}

/// For an advertiser; finance, trading and creative are asked.
DealDraft SampleReviews::draftFor(int client, const QString &occasion) const
{
    DealDraft draft = sampleDeal(0, m_reference.catalog, m_now.date());
    const SampleClient &advertiser = sampleClients().at(client);
    draft.channel = SalesChannel::ClientDirect;
    draft.agencyName.clear();
    draft.advertiserName = advertiser.name;
    draft.region = advertiser.region;
    draft.structure = DealStructure::Tiered;
    draft.name = u"%1 %2"_s.arg(advertiser.name, occasion);
    draft.businessSummary = u"%1 wants one agreement for all of its brands and a price that falls with volume."_s.arg(advertiser.name);
    const Incentive rebate = incentiveOf(m_reference.catalog, u"Financial"_s, Money::fromDollars(9'000));
    const Incentive studio = incentiveOf(m_reference.catalog, u"Product & Innovation"_s, Money::fromDollars(4'000));
    draft.tiers = {Tier{Money::fromDollars(220'000), Ratio::fromPercent(31), {rebate}},
                   Tier{Money::fromDollars(300'000), Ratio::fromPercent(30), {rebate, studio}}};
    return draft;
}

void SampleReviews::writeThreeRevisions()
{
    DealDraft draft = draftFor(0, u"winter plan"_s);
    const qint64 deal = submit(kSam, draft);
    approve(deal, Department::Trading, u"Volumes are in line with the market."_s);
    approve(deal, Department::Creative, u"The studio has the hours."_s);
    requestRevision(deal, Department::Finance, u"The margin of the first tier is too low for this rebate."_s,
                    {u"tiers[0].margin"_s, u"tiers[0].incentives[0].value"_s});
    draft.tiers[0].grossMargin = Ratio::fromPercent(33); // better for everybody, so who approved stands
    resubmit(deal, kSam, draft);
    requestRevision(deal, Department::Finance, u"Better. The rebate of the second tier is still above our line."_s,
                    {u"tiers[1].incentives[0].value"_s});
    draft.tiers[1].incentives[0].value = Money::fromDollars(6'500);
    draft.tiers[1].annualRevenue = Money::fromDollars(280'000); // asks trading again
    resubmit(deal, kSam, draft);
    m_desk.as(kSam, u"cmd_comment"_s,
              {{u"body"_s, u"They took the smaller rebate, for a smaller commitment."_s}, {u"approval_id"_s, QJsonValue::Null}}, deal);
}

void SampleReviews::writeSentBack()
{
    const qint64 deal = submit(kSam, draftFor(2, u"spring tour"_s));
    approve(deal, Department::Creative, u"Happy to."_s);
    requestRevision(deal, Department::Finance, u"Please lower the rebates, or explain them."_s,
                    {u"tiers[0].incentives[0].value"_s, u"tiers[1].incentives[0].value"_s, u"business_summary"_s});
    requestRevision(deal, Department::Trading, u"The second tier is out of reach for them: their best year had 260,000."_s,
                    {u"tiers[1].revenue"_s, u"tiers[1].margin"_s});
}

/// From yesterday on: one with somebody who decides, one without anybody.
void SampleReviews::writeAbsences()
{
    const QDate today = m_now.toLocalTime().date();
    const QDate monday = today.addDays((today.dayOfWeek() < 5 ? 8 : 15) - today.dayOfWeek()); // some days from now
    const auto away = [this, today](const QString &who, const QJsonValue &delegate, QDate back, const QString &comment) {
        m_desk.as(who, u"cmd_add_delegation"_s,
                  {{u"delegator_id"_s, m_desk.idOf(who)},
                   {u"delegate_id"_s, delegate},
                   {u"starts_at"_s, startOfDay(today.addDays(-1))},
                   {u"ends_at"_s, startOfDay(back)},
                   {u"scope"_s, u"all"_s},
                   {u"department"_s, QJsonValue::Null},
                   {u"approval_level"_s, QJsonValue::Null},
                   {u"limit_amount"_s, QJsonValue::Null},
                   {u"out_of_office"_s, 1},
                   {u"comment"_s, comment}});
    };
    away(u"clara.creative"_s, m_desk.idOf(u"paula.product"_s), monday, u"The studio's calendar is on the shared drive."_s);
    away(u"dora.director"_s, QJsonValue::Null, monday, u"At the fair."_s);
}

qint64 SampleReviews::submit(const QString &seller, const DealDraft &draft)
{
    const QJsonObject saved = m_desk.as(seller, u"cmd_save_draft"_s,
                                        {{u"draft_type"_s, codeOf(DraftType::SubmissionDraft)}, {u"draft"_s, toJson(draft)}});
    const qint64 deal = saved.value("deal_id"_L1).toInteger();
    const QJsonObject plan = toJson(planRouting(draft, m_reference.policy));
    m_desk.as(seller, u"cmd_submit_deal"_s, {{u"draft"_s, toJson(draft)}, {u"plan"_s, plan}}, deal, saved.value("version"_L1).toInteger());
    return deal;
}

void SampleReviews::resubmit(qint64 deal, const QString &seller, const DealDraft &draft)
{
    const QJsonObject plan = toJson(planRouting(draft, m_reference.policy));
    m_desk.as(seller, u"cmd_resubmit_deal"_s, {{u"draft"_s, toJson(draft)}, {u"plan"_s, plan}}, deal, m_desk.versionOf(deal));
}

void SampleReviews::approve(qint64 deal, Department department, const QString &comments)
{
    m_desk.as(reviewerOf(department).username, u"cmd_decide"_s,
              {{u"approval_id"_s, m_desk.taskOf(deal, codeOf(department))},
               {u"decision"_s, u"approve"_s},
               {u"comments"_s, comments},
               {u"reason"_s, QJsonValue::Null},
               {u"fields"_s, QJsonArray()}},
              deal, m_desk.versionOf(deal));
}

void SampleReviews::requestRevision(qint64 deal, Department department, const QString &reason, const QStringList &fields)
{
    m_desk.as(reviewerOf(department).username, u"cmd_decide"_s,
              {{u"approval_id"_s, m_desk.taskOf(deal, codeOf(department))},
               {u"decision"_s, u"request_revision"_s},
               {u"comments"_s, QString()},
               {u"reason"_s, reason},
               {u"fields"_s, QJsonArray::fromStringList(fields)}},
              deal, m_desk.versionOf(deal));
}

} // namespace dealdesk
