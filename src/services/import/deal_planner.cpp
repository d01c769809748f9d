#include "services/import/deal_planner.h"

#include "services/import/import_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QString idOf(const SourceRow &deal)
{
    return sourceText(deal.at("id"_L1)).trimmed();
}

// The number under which the capture has the deal's children: a corrected row may bear another one by now.
QString endpointIdOf(const SourceRow &deal)
{
    return deal.address().section(u'/', 1, 1).section(u'#', 0, 0);
}

QString keyOf(const SourceRow &row, const Capture &capture, const QString &otherwise)
{
    const QString kept = capture.contextOf(row.address()).value("key"_L1).toString();
    return kept.isEmpty() ? otherwise : kept;
}

// Deals by number, so that a parent comes before its revision; a number that is there twice gets an address of its own.
QList<SourceRow> inOrder(const Capture &capture, const QString &endpoint, const QString &table)
{
    QList<SourceRow> ordered;
    QSet<QString> addresses;
    const QJsonArray list = capture.list(endpoint);
    const QList<SourceRow> rows = capture.rows(endpoint, table, endpoint);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const bool hasOwnAddress = list.at(i).toObject().contains(QLatin1StringView(Capture::kAddress));
        QString address = hasOwnAddress ? rows.at(i).address() : endpoint + u'/' + idOf(rows.at(i));
        for (int again = 2; addresses.contains(address); ++again)
            address = u"%1/%2#%3"_s.arg(endpoint, idOf(rows.at(i))).arg(again);
        addresses += address;
        ordered += SourceRow(table, address, rows.at(i).json());
    }
    std::stable_sort(ordered.begin(), ordered.end(), [](const SourceRow &a, const SourceRow &b) {
        return sourceInteger(a.at("id"_L1)).value_or(0) < sourceInteger(b.at("id"_L1)).value_or(0);
    });
    return ordered;
}

QString tableOfChildren(const QString &name)
{
    static const QHash<QString, QString> tables{{u"tiers"_s, u"deal_tiers"_s},
                                                {u"approvals"_s, u"deal_approvals"_s},
                                                {u"history"_s, u"deal_status_history"_s},
                                                {u"comments"_s, u"deal_comments"_s}};
    return tables.value(name, u"deal_"_s + name);
}

} // namespace

DealPlanner::DealPlanner(const Capture &capture, const ImportSurroundings &surroundings, const People &people, ImportPlan &plan,
                         ImportTally &tally)
    : m_capture(capture)
    , m_surroundings(surroundings)
    , m_people(people)
    , m_places(surroundings.reference.catalog, capture)
    , m_plan(plan)
    , m_tally(tally)
{
}

void DealPlanner::planDeals()
{
    const QList<SourceRow> deals = inOrder(m_capture, u"deals"_s, u"deals"_s);
    for (const SourceRow &deal : deals)
        planDeal(deal);
}

void DealPlanner::planDeal(const SourceRow &deal)
{
    const QString id = idOf(deal);
    ImportedDeal rows;
    if (id.isEmpty() || m_dealIds.contains(id)) {
        rows.deal = deal;
        rows.record = readDeal(rows.deal);
        rows.deal.refuse(u"id"_s,
                         id.isEmpty() ? ImportText::tr("The deal has no number.") : ImportText::tr("Another deal has this number."));
        finish(rows, u"deal"_s, {});
        return;
    }
    m_dealIds += id;
    m_dealIds += endpointIdOf(deal);
    rows = readImportedDeal(deal, endpointIdOf(deal), m_capture, m_places, m_people);
    const QString key = keyOf(deal, m_capture, id + u':' + sourceText(deal.at("referenceNumber"_L1)).trimmed());
    switch (lookUp(u"deal"_s, key, deal, rows.record.draft.name)) {
    case Before::Imported:
        m_keyOfDeal.insert(id, key);
        m_referenceUsers.insert(rows.record.reference, deal.address());
        m_tally.alreadyThere(rows.all(), ImportText::tr("Imported before."));
        return;
    case Before::OtherDeal:
        rows.deal.refuse(u"id"_s,
                         ImportText::tr("Another deal with this number and reference was imported from an earlier run of the prototype. "
                                        "Give this one another number."));
        finish(rows, u"deal"_s, {});
        return;
    case Before::New: finish(rows, u"deal"_s, key);
    }
}

DealPlanner::Before DealPlanner::lookUp(const QString &kind, const QString &key, const SourceRow &deal, const QString &name) const
{
    const auto known = m_surroundings.known.constFind(knownKey(kind, key));
    if (known == m_surroundings.known.constEnd())
        return Before::New;
    const auto created = sourceInstant(deal.at("createdAt"_L1));
    const bool isOther = created && created->value != known->createdAt && name != known->name;
    return isOther ? Before::OtherDeal : Before::Imported;
}

void DealPlanner::finish(ImportedDeal &rows, const QString &kind, const QString &key)
{
    findOwner(rows.deal, rows.record);
    settleReference(rows);
    const QString parentKey = parentKeyOf(rows);
    checkDeal(rows, m_surroundings.reference);
    const RoutingPlan plan = settleApprovals(rows, m_surroundings.reference.policy, m_people, m_surroundings.now);
    QJsonObject context{{u"people"_s, peopleNamedIn(rows)}};
    if (!key.isEmpty())
        context.insert("key"_L1, key);
    rows.deal.setContext(context);
    if (rows.isRefused()) {
        m_tally.quarantined(rows.all(), ImportText::tr("Its deal stays out as a whole until what is wrong in it is put right."));
        return;
    }
    const auto owner = m_people.byUsername(rows.record.owner);
    const QJsonObject row = importRow(rows, plan, parentKey, m_surroundings, owner ? owner->displayName : rows.record.owner);
    if (kind == "deal"_L1)
        m_keyOfDeal.insert(idOf(rows.deal), key);
    m_plan.toImport += PlannedRow{kind, key, row, rows.all()};
}

// The prototype knows the owner by the address only. Where there is none, or nobody has it, the importing administrator owns the deal.
void DealPlanner::findOwner(SourceRow &deal, DealRecord &record)
{
    record.owner = m_surroundings.importer.username;
    const bool isRequest = deal.table() == "deal_scoping_requests"_L1;
    const QString email = record.draft.email;
    if (!email.isEmpty() && !isEmailAddress(email)) {
        deal.refuse(u"email"_s, ImportText::tr("This is not an e-mail address, and so nobody knows whose deal it is."));
        return;
    }
    const auto person = isRequest ? std::nullopt : m_people.byEmail(email);
    if (person && person->isQuarantined)
        deal.refuse(u"email"_s, ImportText::tr("The person of this address is in quarantine."));
    else if (person)
        record.owner = person->username;
    else
        deal.repair(u"owner"_s,
                    ImportText::tr("The old data does not tell whose deal it is; it was given to who imports it, to be transferred."),
                    email, record.owner);
}

// Two deals of the prototype with one reference: nobody but a person can say which is meant. A reference that Deal Desk has given to
// another deal is another matter: the counters are independent, and the imported deal gets the next number of the same year.
void DealPlanner::settleReference(ImportedDeal &rows)
{
    QString &reference = rows.record.reference;
    if (reference.isEmpty() || rows.deal.isRefused())
        return;
    const auto first = m_referenceUsers.constFind(reference);
    if (first != m_referenceUsers.constEnd()) {
        rows.deal.refuse(u"referenceNumber"_s, ImportText::tr("%1 has this reference too.").arg(*first));
        return;
    }
    m_referenceUsers.insert(reference, rows.deal.address());
    const auto taken = m_surroundings.takenReferences.constFind(reference);
    if (taken == m_surroundings.takenReferences.constEnd())
        return;
    if (*taken) {
        rows.deal.refuse(u"referenceNumber"_s, ImportText::tr("A deal that was imported before has this reference."));
        return;
    }
    rows.deal.repair(u"referenceNumber"_s, ImportText::tr("Another deal of this database has the reference; the next free one was given."),
                     reference, ImportText::tr("next of the year"));
    reference.clear();
}

QString DealPlanner::parentKeyOf(ImportedDeal &rows)
{
    if (rows.record.parentId.isEmpty())
        return {};
    const QString key = m_keyOfDeal.value(rows.record.parentId);
    if (key.isEmpty())
        rows.deal.refuse(u"parentSubmissionId"_s, ImportText::tr("The deal that this one comes from is not imported."));
    return key;
}

// A row in quarantine is read again without the rest of its capture: it takes the names behind the numbers along.
QJsonObject DealPlanner::peopleNamedIn(const ImportedDeal &rows) const
{
    QJsonObject people;
    const auto add = [&](const QJsonValue &value) {
        const auto person = m_people.byId(sourceText(value));
        if (person)
            people.insert(sourceText(value), person->username);
    };
    for (const SourceRow &approval : rows.approvals) {
        add(approval.at("assignedTo"_L1));
        const QJsonArray actions = approval.at("actions"_L1).toArray();
        for (const QJsonValue &action : actions)
            add(action["performedBy"_L1]);
    }
    return people;
}

void DealPlanner::planScopingRequests()
{
    const QList<SourceRow> requests = inOrder(m_capture, u"deal-scoping-requests"_s, u"deal_scoping_requests"_s);
    for (const SourceRow &request : requests)
        planScopingRequest(request);
}

void DealPlanner::planScopingRequest(SourceRow source)
{
    ImportedDeal rows;
    rows.record = readScopingRequest(source);
    rows.deal = source;
    const QString key = keyOf(source, m_capture, idOf(source) + u':' + rows.record.draft.name);
    if (idOf(source).isEmpty())
        rows.deal.refuse(u"id"_s, ImportText::tr("The request has no number."));
    if (lookUp(u"scoping_request"_s, key, source, rows.record.draft.name) != Before::New) {
        m_tally.alreadyThere({rows.deal}, ImportText::tr("Imported before."));
        return;
    }
    finish(rows, u"scoping_request"_s, key);
}

void DealPlanner::quarantineOrphans()
{
    const QStringList endpoints = m_capture.endpoints();
    for (const QString &endpoint : endpoints) {
        const QStringList parts = endpoint.split(u'/');
        const bool isChild = parts.size() == 3 && parts.first() == "deals"_L1;
        if (!isChild || m_capture.list(endpoint).isEmpty())
            continue;
        const bool isRead = parts.at(2) == "tiers"_L1 || parts.at(2) == "approvals"_L1 || parts.at(2) == "history"_L1
            || parts.at(2) == "comments"_L1;
        if (m_dealIds.contains(parts.at(1)) && isRead)
            continue;
        const QString reason = isRead ? ImportText::tr("It belongs to deal %1, which the old data does not have.").arg(parts.at(1))
                                      : ImportText::tr("Deal Desk does not know what this row means.");
        m_tally.quarantined(m_capture.rows(endpoint, tableOfChildren(parts.at(2)), endpoint), reason);
    }
}

} // namespace dealdesk
