#include "services/import/people.h"

#include "services/import/import_text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

int rankOf(const QString &level, const RoutingPolicy &policy)
{
    const auto found = std::find_if(policy.levels.begin(), policy.levels.end(),
                                    [&level](const ApprovalLevel &l) { return l.code == level; });
    return found == policy.levels.end() ? -1 : found->rank;
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

// The prototype knows no levels: whoever approved there starts with the least authority, which an administrator raises.
QString giveLowestLevel(SourceRow &row, const RoutingPolicy &policy)
{
    if (policy.levels.isEmpty()) {
        row.refuse(u"role"_s, ImportText::tr("An approver needs an approval level, and there is none."));
        return {};
    }
    const ApprovalLevel &lowest = policy.levels.first();
    row.repair(u"approvalLevel"_s,
               ImportText::tr("The prototype has no approval levels. The lowest was given; an administrator may raise it."), {},
               lowest.code);
    return lowest.code;
}

struct UserRow {
    KnownPerson person;
    QJsonObject row;
};

UserRow readUser(SourceRow &source, const RoutingPolicy &policy)
{
    UserRow user;
    KnownPerson &person = user.person;
    person.username = source.name("username"_L1);
    if (person.username.isEmpty())
        source.refuseMissing(u"username"_s);
    person.email = source.name("email"_L1);
    if (!isEmailAddress(person.email))
        source.refuse(u"email"_s, ImportText::tr("This is not an e-mail address such as name@example.com."));
    const QString first = source.name("firstName"_L1);
    const QString last = source.name("lastName"_L1);
    person.displayName = withoutExtraSpaces(first + u' ' + last);
    person.role = source.requiredCode<Role>("role"_L1).value_or(Role::Seller);
    person.department = source.code<Department>("department"_L1);
    if (person.role == Role::DepartmentReviewer && !person.department)
        source.refuse(u"department"_s, ImportText::tr("A reviewer belongs to a department."));
    const QString level = person.role == Role::Approver ? giveLowestLevel(source, policy) : QString();
    person.approvalRank = rankOf(level, policy);
    person.isActive = source.flag("isActive"_L1, true);
    user.row = {{u"username"_s, person.username},
                {u"email"_s, person.email},
                {u"first_name"_s, first},
                {u"last_name"_s, last},
                {u"role"_s, codeOf(person.role)},
                {u"department"_s, person.department ? QJsonValue(codeOf(*person.department)) : QJsonValue(QJsonValue::Null)},
                {u"approval_level"_s, orNull(level)},
                {u"is_active"_s, person.isActive},
                {u"created_at"_s, orNull(source.instant("createdAt"_L1))}};
    return user;
}

QString keyOf(const SourceRow &source, const Capture &capture)
{
    const QString kept = capture.contextOf(source.address()).value("key"_L1).toString();
    return kept.isEmpty() ? withoutExtraSpaces(sourceText(source.at("username"_L1))).toLower() : kept;
}

} // namespace

People::People(const ReferenceData &reference)
{
    for (const Person &known : reference.people) {
        KnownPerson person;
        person.username = known.username;
        person.displayName = known.displayName;
        person.email = known.email;
        person.role = known.role;
        person.department = known.department;
        person.approvalRank = rankOf(known.approvalLevel, reference.policy);
        person.isActive = known.isActive;
        add(person, {});
    }
}

void People::add(KnownPerson person, const QString &sourceId)
{
    const qsizetype place = m_people.size();
    m_people += person;
    if (!sourceId.isEmpty())
        m_byId.insert(sourceId, place);
    if (m_byUsername.contains(person.username.toLower()))
        return;
    m_byEmail.insert(person.email.toLower(), place);
    m_byUsername.insert(person.username.toLower(), place);
    m_byName.insert(person.displayName, place);
}

std::optional<KnownPerson> People::byId(const QString &sourceId) const
{
    const auto found = m_byId.constFind(sourceId);
    return found == m_byId.constEnd() ? std::nullopt : std::optional(m_people.at(*found));
}

std::optional<KnownPerson> People::byEmail(const QString &email) const
{
    const auto found = m_byEmail.constFind(email.trimmed().toLower());
    return found == m_byEmail.constEnd() ? std::nullopt : std::optional(m_people.at(*found));
}

std::optional<KnownPerson> People::byUsername(const QString &username) const
{
    const auto found = m_byUsername.constFind(username.toLower());
    return found == m_byUsername.constEnd() ? std::nullopt : std::optional(m_people.at(*found));
}

std::optional<KnownPerson> People::byName(const QString &displayName) const
{
    return m_byName.count(displayName) == 1 ? std::optional(m_people.at(m_byName.value(displayName))) : std::nullopt;
}

int People::countOfName(const QString &displayName) const
{
    return int(m_byName.count(displayName));
}

void planUsers(const Capture &capture, const ImportSurroundings &surroundings, People &people, ImportPlan &plan, ImportTally &tally)
{
    const QList<SourceRow> rows = capture.rows(u"admin/users"_s, u"users"_s, u"users"_s);
    for (SourceRow source : rows) {
        const QString sourceId = sourceText(source.at("id"_L1));
        const QString key = keyOf(source, capture);
        source.setContext({{u"key"_s, key}});
        UserRow user = readUser(source, surroundings.reference.policy);
        const std::optional<KnownPerson> sameEmail = people.byEmail(user.person.email);
        const std::optional<KnownPerson> sameUsername = people.byUsername(user.person.username);
        if (sameEmail && !sourceId.isEmpty() && !people.byId(sourceId))
            people.add(*sameEmail, sourceId);
        if (surroundings.known.contains(knownKey(u"user"_s, key))) {
            if (sameUsername)
                people.add(*sameUsername, sourceId);
            tally.alreadyThere({source}, ImportText::tr("Imported before."));
            continue;
        }
        if (sameEmail && !user.person.email.isEmpty()) {
            tally.alreadyThere({source}, ImportText::tr("There is an account with this e-mail address; it stays as it is."));
            continue;
        }
        if (sameUsername)
            source.refuse(u"username"_s, ImportText::tr("Somebody else has this user name."));
        user.person.isQuarantined = source.isRefused();
        if (!sameUsername || !sourceId.isEmpty())
            people.add(user.person, sourceId);
        if (source.isRefused()) {
            tally.quarantined({source}, {});
            continue;
        }
        plan.toImport += PlannedRow{u"user"_s, key, user.row, {source}};
    }
}

} // namespace dealdesk
