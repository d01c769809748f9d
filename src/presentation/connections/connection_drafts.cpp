#include "presentation/connections/connection_drafts.h"

#include "services/connections/server_address.h"

namespace dealdesk {

namespace {

ConnectionDraft draftOf(const ConnectionProfile &profile)
{
    return {profile, textOf(profile.hosts)};
}

QList<ServerAddress> hostsIn(const QString &typed)
{
    QList<ServerAddress> hosts;
    for (const QString &text : addressTexts(typed)) {
        if (const auto address = serverAddressFrom(text))
            hosts += *address;
    }
    return hosts;
}

} // namespace

ConnectionDrafts::ConnectionDrafts(ConnectionList *list, QObject *parent) : QObject(parent), m_list(list) {}

ConnectionDraft ConnectionDrafts::draft(const QString &id) const
{
    const auto changed = m_changed.constFind(id);
    return changed == m_changed.constEnd() ? draftOf(m_list->profile(id).value_or(ConnectionProfile())) : *changed;
}

void ConnectionDrafts::change(const ConnectionDraft &draft)
{
    ConnectionDraft next = draft;
    next.profile.hosts = hostsIn(draft.hosts);
    const auto stored = m_list->profile(draft.profile.id);
    if (stored && draftOf(*stored) == next)
        m_changed.remove(draft.profile.id);
    else
        m_changed.insert(draft.profile.id, next);
    Q_EMIT changed();
}

QList<ProfileProblem> ConnectionDrafts::problems(const ConnectionDraft &draft) const
{
    return problemsOf(draft.profile, draft.hosts, m_list->rows());
}

Status ConnectionDrafts::save(const QString &id)
{
    if (!isChanged(id))
        return {};
    ConnectionDraft next = draft(id);
    next.profile.name = next.profile.name.trimmed();
    if (!problems(next).isEmpty())
        return failure(ErrorCode::Invalid);
    const Status saved = m_list->save(next.profile);
    if (saved)
        m_changed.remove(id);
    Q_EMIT changed();
    return saved;
}

void ConnectionDrafts::discard()
{
    m_changed.clear();
    Q_EMIT changed();
}

Status ConnectionDrafts::remove(const QString &id)
{
    m_changed.remove(id);
    const Status removed = m_list->remove(id);
    Q_EMIT changed();
    return removed;
}

Result<QString> ConnectionDrafts::addNew()
{
    ConnectionProfile profile;
    profile.id = ConnectionProfile::newId();
    profile.kind = ProfileKind::PostgreSql;
    profile.name = m_list->freeName(tr("New connection"));
    if (const Status saved = m_list->save(profile); !saved)
        return failure(saved.error());
    return profile.id;
}

Result<QString> ConnectionDrafts::duplicate(const QString &id)
{
    ConnectionProfile copy = draft(id).profile;
    copy.id = ConnectionProfile::newId();
    copy.name = m_list->freeName(tr("Copy of %1").arg(copy.name));
    copy.isReadOnly = false;
    if (const Status saved = m_list->save(copy); !saved)
        return failure(saved.error());
    return copy.id;
}

} // namespace dealdesk
