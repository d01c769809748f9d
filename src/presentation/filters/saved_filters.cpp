#include "presentation/filters/saved_filters.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

SavedFilters::SavedFilters(QString settingsKey, QList<SavedFilter> builtIn, QObject *parent)
    : QObject(parent), m_settingsKey(std::move(settingsKey)), m_builtIn(std::move(builtIn))
{
    read();
}

std::optional<SavedFilter> SavedFilters::matching(const QJsonObject &filter) const
{
    for (const SavedFilter &saved : all()) {
        if (saved.filter == filter)
            return saved;
    }
    return std::nullopt;
}

bool SavedFilters::save(const QString &name, const QJsonObject &filter)
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
        m_own.append({entry["name"_L1].toString(), entry["filter"_L1].toObject(), false});
}

void SavedFilters::write()
{
    std::sort(m_own.begin(), m_own.end(), [](const SavedFilter &a, const SavedFilter &b) { return a.name.localeAwareCompare(b.name) < 0; });
    QJsonArray filters;
    for (const SavedFilter &saved : m_own)
        filters.append(QJsonObject{{"name"_L1, saved.name}, {"filter"_L1, saved.filter}});
    QSettings().setValue(m_settingsKey, QString::fromUtf8(QJsonDocument(filters).toJson(QJsonDocument::Compact)));
    Q_EMIT changed();
}

} // namespace dealdesk
