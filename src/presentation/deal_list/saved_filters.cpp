#include "presentation/deal_list/saved_filters.h"

#include "presentation/deal_list/filter_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QList<DealStatus> openStatuses()
{
    return {DealStatus::Draft,       DealStatus::Scoping,  DealStatus::Submitted,        DealStatus::UnderReview,
            DealStatus::Negotiating, DealStatus::Approved, DealStatus::ContractDrafting, DealStatus::ClientReview};
}

QList<SavedFilter> builtInFilters(UserId me)
{
    DealFilter mine;
    mine.owner = me;
    mine.statuses = openStatuses();
    DealFilter awaiting;
    awaiting.statuses = {DealStatus::Submitted, DealStatus::UnderReview};
    DealFilter attention;
    attention.needsAttentionOnly = true;
    DealFilter expired;
    expired.expiredOnly = true;
    return {{SavedFilters::tr("My open deals"), mine, true},
            {SavedFilters::tr("Awaiting approval"), awaiting, true},
            {SavedFilters::tr("Needs attention"), attention, true},
            {SavedFilters::tr("Expired drafts"), expired, true}};
}

} // namespace

SavedFilters::SavedFilters(const Actor &actor, QObject *parent)
    : QObject(parent), m_settingsKey(u"people/"_s + actor.username + u"/savedFilters"_s), m_builtIn(builtInFilters(actor.id))
{
    read();
}

std::optional<SavedFilter> SavedFilters::matching(const DealFilter &filter) const
{
    for (const SavedFilter &saved : all()) {
        if (saved.filter == filter)
            return saved;
    }
    return std::nullopt;
}

bool SavedFilters::save(const QString &name, const DealFilter &filter)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty() || isBuiltIn(trimmed))
        return false;
    if (const qsizetype index = indexOf(trimmed); index >= 0)
        m_own[index].filter = filter;
    else
        m_own.append({trimmed, filter, false});
    write();
    return true;
}

bool SavedFilters::rename(const QString &from, const QString &to)
{
    const QString trimmed = to.trimmed();
    const qsizetype index = indexOf(from);
    if (index < 0 || trimmed.isEmpty() || isBuiltIn(trimmed) || (indexOf(trimmed) >= 0 && indexOf(trimmed) != index))
        return false;
    m_own[index].name = trimmed;
    write();
    return true;
}

void SavedFilters::remove(const QString &name)
{
    const qsizetype index = indexOf(name);
    if (index < 0)
        return;
    m_own.removeAt(index);
    write();
}

bool SavedFilters::isBuiltIn(const QString &name) const
{
    return std::any_of(m_builtIn.cbegin(), m_builtIn.cend(),
                       [&](const SavedFilter &saved) { return saved.name.compare(name, Qt::CaseInsensitive) == 0; });
}

qsizetype SavedFilters::indexOf(const QString &name) const
{
    const auto found = std::find_if(m_own.cbegin(), m_own.cend(),
                                    [&](const SavedFilter &saved) { return saved.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_own.cend() ? -1 : found - m_own.cbegin();
}

void SavedFilters::read()
{
    const QByteArray stored = QSettings().value(m_settingsKey).toString().toUtf8();
    const QJsonArray filters = QJsonDocument::fromJson(stored).array();
    for (const QJsonValue entry : filters)
        m_own.append({entry["name"_L1].toString(), filterFromJson(entry["filter"_L1].toObject()), false});
}

void SavedFilters::write()
{
    std::sort(m_own.begin(), m_own.end(), [](const SavedFilter &a, const SavedFilter &b) { return a.name.localeAwareCompare(b.name) < 0; });
    QJsonArray filters;
    for (const SavedFilter &saved : m_own)
        filters.append(QJsonObject{{"name"_L1, saved.name}, {"filter"_L1, toJson(saved.filter)}});
    QSettings().setValue(m_settingsKey, QString::fromUtf8(QJsonDocument(filters).toJson(QJsonDocument::Compact)));
    Q_EMIT changed();
}

} // namespace dealdesk
