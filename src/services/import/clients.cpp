#include "services/import/clients.h"

#include "services/import/import_text.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct ClientList {
    QString kind;
    QString endpoint;
    QSet<QString> namesThere; ///< in lower case
};

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue cents(std::optional<Money> amount)
{
    return amount ? QJsonValue(amount->cents()) : QJsonValue(QJsonValue::Null);
}

// The prototype fills a year that nobody entered with zeros: those are no figures.
bool hasFigures(SourceRow &source)
{
    const std::optional<Money> revenue = source.money("previousYearRevenue"_L1);
    if (revenue && revenue->isNegative())
        source.refuse(u"previousYearRevenue"_s, ImportText::tr("A revenue is not negative."));
    if (revenue && revenue->isZero())
        source.repair(u"previousYearRevenue"_s, ImportText::tr("The prototype's zero means that there is no data."), u"0"_s, {});
    return revenue && !revenue->isZero();
}

void readFigures(SourceRow &source, QJsonObject &row)
{
    if (!hasFigures(source))
        return;
    const auto margin = source.margin("previousYearMargin"_L1);
    row.insert("previous_year_revenue"_L1, cents(source.money("previousYearRevenue"_L1)));
    row.insert("previous_year_margin"_L1, margin ? QJsonValue(margin->millionths()) : QJsonValue(QJsonValue::Null));
    row.insert("previous_year_profit"_L1, cents(source.money("previousYearProfit"_L1)));
    row.insert("previous_year_incentive_cost"_L1, cents(source.money("previousYearIncentiveCost"_L1)));
    row.insert("previous_year_client_value"_L1, cents(source.money("previousYearClientValue"_L1)));
}

QJsonObject readClient(SourceRow &source, const QString &name, bool isAgency)
{
    constexpr int longestName = 300;
    if (name.isEmpty())
        source.refuseMissing(u"name"_s);
    else if (name.size() > longestName)
        source.refuse(u"name"_s, ImportText::tr("The name has more than %1 characters.").arg(longestName));
    QJsonObject row{{u"name"_s, name},
                    {u"created_at"_s, orNull(source.instant("createdAt"_L1))},
                    {u"updated_at"_s, orNull(source.instant("updatedAt"_L1))}};
    if (const auto region = source.code<Region>("region"_L1))
        row.insert("region"_L1, codeOf(*region));
    if (isAgency)
        row.insert("type"_L1, codeOf(source.requiredCode<AgencyType>("type"_L1).value_or(AgencyType::Independent)));
    readFigures(source, row);
    return row;
}

void planList(const Capture &capture, ClientList list, const ImportSurroundings &surroundings, ImportPlan &plan, ImportTally &tally)
{
    QSet<QString> seen;
    const QList<SourceRow> rows = capture.rows(list.endpoint, list.endpoint, list.endpoint);
    for (SourceRow source : rows) {
        const QString name = source.name("name"_L1);
        const QString kept = capture.contextOf(source.address()).value("key"_L1).toString();
        const QString key = kept.isEmpty() ? name.toLower() : kept;
        source.setContext({{u"key"_s, key}});
        if (surroundings.known.contains(knownKey(list.kind, key))) {
            tally.alreadyThere({source}, ImportText::tr("Imported before."));
            continue;
        }
        if (list.namesThere.contains(name.toLower())) {
            tally.alreadyThere({source}, ImportText::tr("There is a client of this name; its figures stay as they are."));
            continue;
        }
        const QJsonObject row = readClient(source, name, list.kind == "agency"_L1);
        if (seen.contains(name.toLower()))
            source.refuse(u"name"_s, ImportText::tr("Another row of the old data has this name."));
        seen += name.toLower();
        if (source.isRefused())
            tally.quarantined({source}, {});
        else
            plan.toImport += PlannedRow{list.kind, key, row, {source}};
    }
}

} // namespace

void planClients(const Capture &capture, const ImportSurroundings &surroundings, ImportPlan &plan, ImportTally &tally)
{
    ClientList advertisers{u"advertiser"_s, u"advertisers"_s, {}};
    for (const QString &name : surroundings.reference.clients.advertisers)
        advertisers.namesThere += name.toLower();
    planList(capture, advertisers, surroundings, plan, tally);
    ClientList agencies{u"agency"_s, u"agencies"_s, {}};
    const QStringList agencyNames = surroundings.reference.clients.agencies.keys();
    for (const QString &name : agencyNames)
        agencies.namesThere += name.toLower();
    planList(capture, agencies, surroundings, plan, tally);
}

void skipDepartments(const Capture &capture, ImportTally &tally)
{
    const QList<SourceRow> rows = capture.rows(u"approval-departments"_s, u"approval_departments"_s, u"approval-departments"_s);
    for (const SourceRow &source : rows) {
        const bool isKnown = fromCode<Department>(normalizedCode(sourceText(source.at("department"_L1)))).has_value();
        if (isKnown)
            tally.alreadyThere({source},
                               ImportText::tr("Deal Desk has this department with the categories of its own catalogue; the "
                                              "prototype's incentive types are in no catalogue."));
        else
            tally.quarantined({source}, ImportText::tr("Deal Desk does not know this department."));
    }
}

} // namespace dealdesk
