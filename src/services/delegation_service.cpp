#include "services/delegation_service.h"

#include "data/rows.h"
#include "services/command_outcome.h"
#include "services/values_from.h"

#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Delegation delegationFrom(const Query &row)
{
    Delegation delegation;
    delegation.id = DelegationId(row.integer(0));
    delegation.delegator = UserId(row.integer(1));
    delegation.delegatorName = row.text(2);
    delegation.delegate = optionalId<UserId>(row, 3);
    delegation.delegateName = row.text(4);
    delegation.startsAt = row.text(5);
    delegation.endsAt = row.text(6);
    delegation.scope = fromCode<Delegation::Scope>(row.text(7)).value_or(Delegation::Scope::All);
    delegation.department = fromCode<Department>(row.text(8));
    delegation.level = row.text(9);
    delegation.limit = optionalMoney(row, 10);
    delegation.outOfOffice = row.flag(11);
    delegation.comment = row.text(12);
    delegation.endedAt = row.text(13);
    return delegation;
}

ApproverCover coverFrom(const Query &row)
{
    ApproverCover cover;
    cover.department = fromCode<Department>(row.text(0));
    cover.level = row.text(1);
    cover.rank = static_cast<int>(row.integer(2));
    cover.people = static_cast<int>(row.integer(3));
    cover.present = static_cast<int>(row.integer(4));
    cover.covered = static_cast<int>(row.integer(5));
    cover.backAt = row.text(6);
    cover.absentNames = row.text(7).split(u'\n', Qt::SkipEmptyParts);
    return cover;
}

QJsonObject argumentsOf(const Delegation &delegation)
{
    const bool isOfDepartment = delegation.scope == Delegation::Scope::Department && delegation.department;
    return {{u"delegator_id"_s, delegation.delegator.value()},
            {u"delegate_id"_s, delegation.delegate ? QJsonValue(delegation.delegate->value()) : QJsonValue()},
            {u"starts_at"_s, delegation.startsAt},
            {u"ends_at"_s, delegation.endsAt},
            {u"scope"_s, QString(codeOf(delegation.scope))},
            {u"department"_s, isOfDepartment ? QJsonValue(QString(codeOf(*delegation.department))) : QJsonValue()},
            {u"approval_level"_s, delegation.scope == Delegation::Scope::Level ? QJsonValue(delegation.level) : QJsonValue()},
            {u"limit_amount"_s, delegation.limit ? QJsonValue(delegation.limit->cents()) : QJsonValue()},
            {u"out_of_office"_s, delegation.outOfOffice || !delegation.delegate ? 1 : 0},
            {u"comment"_s, delegation.comment.trimmed()}};
}

} // namespace

DelegationService::DelegationService(Session &session) : m_session(session) {}

QCoro::Task<Result<QList<Delegation>>> DelegationService::list() const
{
    auto job = [](Connection &connection) { return readNamed(connection, u"delegations"_s, {}, delegationFrom); };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

QCoro::Task<Status> DelegationService::add(Delegation delegation) const
{
    return statusOf(m_session.command(u"cmd_add_delegation"_s, {}, {}, argumentsOf(delegation)));
}

QCoro::Task<Status> DelegationService::end(DelegationId delegation) const
{
    return statusOf(m_session.command(u"cmd_end_delegation"_s, {}, {}, {{u"id"_s, delegation.value()}}));
}

QCoro::Task<Result<QList<ApproverCover>>> DelegationService::cover() const
{
    auto job = [](Connection &connection) { return readNamed(connection, u"approval_cover"_s, {}, coverFrom); };
    auto future = m_session.executor().run(std::move(job));
    co_return co_await future;
}

} // namespace dealdesk
