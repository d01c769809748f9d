#include "services/sample/sample_writer.h"

#include "domain/draft_json.h"
#include "domain/plan_json.h"
#include "services/reference_rows.h"
#include "services/sample/sample_data.h"
#include "services/sample/sample_reviews.h"
#include "services/sample/sample_story.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

const QString kAdmin = u"ada.admin"_s;

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

template<typename Amount>
QJsonValue unitsOf(const std::optional<Amount> &amount)
{
    if (!amount)
        return QJsonValue::Null;
    if constexpr (std::is_same_v<Amount, Money>)
        return amount->cents();
    else
        return amount->millionths();
}

const SamplePerson &sellerOf(int index)
{
    return samplePeople().at(1 + index % 3);
}

/// Changes the revenues so that the highest tier's is just below `top`.
void scaleTo(DealDraft &draft, Money top)
{
    const qint64 share = top.cents() / 100 / (draft.tiers.size() + 3) * 100;
    for (qsizetype t = 0; t < draft.tiers.size(); ++t)
        draft.tiers[t].annualRevenue = Money::fromCents(share * (t + 4));
}

/// The present deal that two departments sent back; it is Sam's, the first seller's.
constexpr int kSentBack = 15;

DealStatus pastStatus(int index)
{
    using enum DealStatus;
    if (index < 17)
        return Signed;
    if (index < 26)
        return Lost;
    constexpr std::array others{Submitted,        UnderReview,  UnderReview, Negotiating, Approved,
                                ContractDrafting, ClientReview, Converted,   Scoping,     UnderReview};
    return others[size_t(index) % others.size()];
}

} // namespace

SampleWriter::SampleWriter(SampleDesk::ConnectionOf connectionOf, QString verifier, QDateTime now)
    : m_desk(std::move(connectionOf)), m_verifier(std::move(verifier)), m_now(std::move(now))
{
}

Status SampleWriter::write()
{
    writePeople();
    writeClients();
    readReference();
    writePast();
    writePresent();
    if (!m_desk.failed())
        SampleReviews(m_desk, m_reference, m_now).write();
    return m_desk.failed() ? Status(failure(*m_desk.failed())) : Status(Nothing{});
}

void SampleWriter::writePeople()
{
    for (const SamplePerson &person : samplePeople()) {
        const QJsonObject names{{u"username"_s, person.username},
                                {u"email"_s, person.email()},
                                {u"first_name"_s, person.firstName},
                                {u"last_name"_s, person.lastName}};
        QJsonObject arguments = names;
        if (person.role == Role::Admin) {
            arguments.insert("password"_L1, m_verifier);
            const QJsonObject made = m_desk.as(kAdmin, u"cmd_create_first_admin"_s, arguments);
            m_desk.know(person.username, made.value("id"_L1).toInteger(1));
            continue;
        }
        arguments.insert("id"_L1, QJsonValue::Null);
        arguments.insert("role"_L1, codeOf(person.role));
        arguments.insert("department"_L1, person.department ? QJsonValue(codeOf(*person.department)) : QJsonValue(QJsonValue::Null));
        arguments.insert("approval_level"_L1, orNull(person.approvalLevel));
        arguments.insert("is_active"_L1, 1);
        arguments.insert("password"_L1, m_verifier);
        m_desk.know(person.username, m_desk.as(kAdmin, u"cmd_save_user"_s, arguments).value("id"_L1).toInteger());
        m_desk.as(person.username, u"cmd_change_password"_s, {{u"password"_s, m_verifier}}); // so that nobody is asked for a new one
    }
}

void SampleWriter::writeClients()
{
    for (const SampleClient &client : sampleClients()) {
        QJsonObject arguments{{u"id"_s, QJsonValue::Null},
                              {u"name"_s, client.name},
                              {u"region"_s, codeOf(client.region)},
                              {u"is_active"_s, 1},
                              {u"previous_year_revenue"_s, unitsOf(client.history.revenue)},
                              {u"previous_year_margin"_s, unitsOf(client.history.margin)},
                              {u"previous_year_profit"_s, unitsOf(client.history.profit)},
                              {u"previous_year_incentive_cost"_s, unitsOf(client.history.incentiveCost)},
                              {u"previous_year_client_value"_s, unitsOf(client.history.clientValue)}};
        if (client.agency)
            arguments.insert("type"_L1, codeOf(*client.agency));
        m_desk.as(kAdmin, client.agency ? u"cmd_save_agency"_s : u"cmd_save_advertiser"_s, arguments);
    }
}

void SampleWriter::readReference()
{
    Connection *admin = m_desk.adminConnection();
    if (!admin)
        return;
    const auto reference = readReferenceData(*admin);
    if (reference)
        m_reference = *reference;
    else
        m_desk.fail(reference.error());
}

void SampleWriter::writePast()
{
    constexpr std::array<qint64, 6> kTopRevenues{40'000, 90'000, 240'000, 400'000, 1'200'000, 640'000}; // one or more for each level
    int reviews = 0;
    for (int i = 0; i < SampleData::kPastDeals && !m_desk.failed(); ++i) {
        const DealStatus status = pastStatus(i);
        const bool isOver = status == DealStatus::Signed || status == DealStatus::Lost;
        const QDateTime lastChange = m_now.addDays(isOver ? -400 + i * 13 : -1 - i % 9).addSecs(-i * 1234);
        DealDraft draft = sampleDeal(i, m_reference.catalog, lastChange.date());
        const bool departmentsAreDone = status == DealStatus::UnderReview && reviews % 3 != 2;
        if (status == DealStatus::UnderReview)
            scaleTo(draft, Money::fromDollars(kTopRevenues[size_t(reviews++) % kTopRevenues.size()]));
        const QJsonObject row = sampleStory(draft, status, departmentsAreDone, sellerOf(i), m_reference.policy, lastChange);
        const bool isRequest = status == DealStatus::Scoping;
        m_desk.as(kAdmin, u"cmd_import"_s,
                  {{u"source"_s, u"sample"_s},
                   {u"kind"_s, isRequest ? u"scoping_request"_s : u"deal"_s},
                   {u"key"_s, QString::number(i + 1)},
                   {u"row"_s, row}});
    }
}

void SampleWriter::writePresent()
{
    for (int i = 0; i < SampleData::kPresentDeals && !m_desk.failed(); ++i) {
        const int index = SampleData::kPastDeals + i;
        const SamplePerson &owner = i == kSentBack ? sellerOf(0) : sellerOf(index);
        DealDraft draft = sampleDeal(index, m_reference.catalog, m_now.date());
        const bool isScoping = i % 8 == 1;
        if (i % 8 == 0)
            draft.tiers = {Tier{}}; // somebody has only begun
        const QJsonObject saved = m_desk.as(
            owner.username, u"cmd_save_draft"_s,
            {{u"draft_type"_s, codeOf(isScoping ? DraftType::ScopingDraft : DraftType::SubmissionDraft)}, {u"draft"_s, toJson(draft)}});
        const qint64 deal = saved.value("deal_id"_L1).toInteger();
        const qint64 version = saved.value("version"_L1).toInteger();
        if (isScoping) {
            m_desk.as(owner.username, u"cmd_ask_for_scoping"_s, {{u"draft"_s, toJson(draft)}}, deal, version);
        } else if (i % 8 > 2) {
            const RoutingPlan plan = planRouting(draft, m_reference.policy);
            m_desk.as(owner.username, u"cmd_submit_deal"_s, {{u"draft"_s, toJson(draft)}, {u"plan"_s, toJson(plan)}}, deal, version);
            bringForward(i, deal, owner, draft);
        }
    }
}

// Some have just been submitted, on some a review has begun, and one came back.
void SampleWriter::bringForward(int index, qint64 deal, const SamplePerson &owner, const DealDraft &draft)
{
    if (index % 8 == 4)
        comment(deal, owner.username, u"%1 would like an answer by Friday."_s.arg(draft.clientName()));
    if (index == kSentBack) {
        decideFirst(deal, Department::Finance, u"The first tier gives more than its margin carries."_s,
                    {u"tiers[0].margin"_s, u"tiers[0].incentives[0].value"_s});
        decideFirst(deal, Department::Trading, u"We cannot hold this inventory until then."_s, {u"term_end"_s, u"region"_s});
        return;
    }
    if (index % 8 >= 5)
        decideFirst(deal, Department::Trading);
    if (index % 8 == 7)
        decideFirst(deal, Department::Finance);
}

/// Approves, or with a reason asks for a revision.
void SampleWriter::decideFirst(qint64 deal, Department department, const QString &reason, const QStringList &fields)
{
    const bool isRevision = !reason.isEmpty();
    const auto person = std::find_if(samplePeople().begin(), samplePeople().end(),
                                     [=](const SamplePerson &p) { return p.department == department; });
    m_desk.as(person->username, u"cmd_decide"_s,
              {{u"approval_id"_s, m_desk.taskOf(deal, codeOf(department))},
               {u"decision"_s, isRevision ? u"request_revision"_s : u"approve"_s},
               {u"comments"_s, isRevision ? QString() : u"Fine with us."_s},
               {u"reason"_s, orNull(reason)},
               {u"fields"_s, QJsonArray::fromStringList(fields)}},
              deal, m_desk.versionOf(deal));
}

void SampleWriter::comment(qint64 deal, const QString &username, const QString &body)
{
    m_desk.as(username, u"cmd_comment"_s, {{u"body"_s, body}, {u"approval_id"_s, QJsonValue::Null}}, deal);
}

} // namespace dealdesk
