#include "services/import/import_plan.h"

#include "services/import/clients.h"
#include "services/import/deal_planner.h"
#include "services/import/import_text.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// A corrected quarantine names people by the numbers of the capture that it came from; its rows carry the user names along.
void addPeopleOfContext(const QJsonObject &capture, People &people)
{
    const QJsonObject contexts = capture.value(QLatin1StringView(Capture::kContext)).toObject();
    for (const QJsonValue &context : contexts) {
        const QJsonObject named = context["people"_L1].toObject();
        for (auto it = named.begin(); it != named.end(); ++it) {
            const auto person = people.byUsername(it.value().toString());
            if (person && !people.byId(it.key()))
                people.add(*person, it.key());
        }
    }
}

void addPlannedClients(const ImportPlan &plan, KnownClients &clients)
{
    for (const PlannedRow &planned : plan.toImport) {
        const QString name = planned.row.value("name"_L1).toString();
        if (planned.kind == "advertiser"_L1)
            clients.advertisers += name;
        else if (planned.kind == "agency"_L1)
            clients.agencies.insert(name, AgencyType::Independent); // only the name matters here
    }
}

// Several people share a name: their history rows keep the name without saying which of them it was.
void tellSharedNames(const Capture &capture, const People &people, ImportTally &tally)
{
    QMap<QString, int> rowsOf;
    const QStringList endpoints = capture.endpoints();
    for (const QString &endpoint : endpoints) {
        const QJsonArray history = endpoint.endsWith("/history"_L1) ? capture.list(endpoint) : QJsonArray();
        for (const QJsonValue &row : history) {
            const QString actor = withoutExtraSpaces(row["actor"_L1].toString());
            if (people.countOfName(actor) > 1)
                ++rowsOf[actor];
        }
    }
    for (auto it = rowsOf.begin(); it != rowsOf.end(); ++it) {
        ImportFinding finding;
        finding.kind = ImportFinding::Kind::Kept;
        finding.table = u"deal_status_history"_s;
        finding.field = u"actor"_s;
        finding.original = it.key();
        finding.repaired = it.key();
        finding.reason = ImportText::tr("%1 people share this name; %n history row(s) keep the name alone.", nullptr, it.value())
                             .arg(people.countOfName(it.key()));
        tally.tell(finding);
    }
}

} // namespace

QString knownKey(const QString &kind, const QString &key)
{
    return kind + u'\n' + key;
}

QStringList referencesIn(const QJsonObject &capture)
{
    QStringList references;
    const QJsonArray deals = Capture(capture).list(u"deals"_s);
    for (const QJsonValue &deal : deals)
        references += withoutExtraSpaces(deal["referenceNumber"_L1].toString());
    return references;
}

ImportPlan planImport(const QJsonObject &capture, const ImportSurroundings &surroundings)
{
    ImportPlan plan;
    ImportTally tally(plan.report);
    const Capture answers(capture);
    People people(surroundings.reference);
    planUsers(answers, surroundings, people, plan, tally);
    addPeopleOfContext(capture, people);
    planClients(answers, surroundings, plan, tally);
    skipDepartments(answers, tally);
    ImportSurroundings withClients = surroundings;
    addPlannedClients(plan, withClients.reference.clients);
    DealPlanner deals(answers, withClients, people, plan, tally);
    deals.planDeals();
    deals.planScopingRequests();
    deals.quarantineOrphans();
    tellSharedNames(answers, people, tally);
    return plan;
}

} // namespace dealdesk
