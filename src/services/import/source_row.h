#pragma once

#include "core/enum_codes.h"
#include "services/import/source_values.h"
#include "services/import_service.h"

#include <QJsonObject>
#include <QMap>

namespace dealdesk {

/// One row of the old data while it is read: its values in our forms, and beside them what had to be repaired and what cannot be.
/// Fields are named as the prototype named them.
class SourceRow {
public:
    SourceRow() = default;
    SourceRow(QString table, QString address, QJsonObject json);

    [[nodiscard]] const QString &table() const { return m_table; }
    [[nodiscard]] const QString &address() const { return m_address; } ///< "deals/17/tiers/2"
    [[nodiscard]] const QJsonObject &json() const { return m_json; }
    [[nodiscard]] QJsonValue at(QLatin1StringView field) const { return m_json.value(field); }
    [[nodiscard]] bool has(QLatin1StringView field) const;

    // A field that is absent or null gives the empty value; one that cannot be read is refused and gives the empty value.
    QString text(QLatin1StringView field);
    /// A name: outer and doubled spaces are repaired.
    QString name(QLatin1StringView field);
    std::optional<Money> money(QLatin1StringView field);
    std::optional<Ratio> margin(QLatin1StringView field);
    QDate date(QLatin1StringView field);
    QString instant(QLatin1StringView field);
    std::optional<qint64> integer(QLatin1StringView field);
    bool flag(QLatin1StringView field, bool fallback);
    template<typename E>
    std::optional<E> code(QLatin1StringView field)
    {
        const QString typed = text(field);
        const auto value = fromCode<E>(normalizedCode(typed));
        if (value && typed != codeOf(*value))
            noteSpelling(field, typed, codeOf(*value));
        else if (!value && has(field))
            refuseUnknown(field, typed);
        return value;
    }
    /// The same, refused when there is none.
    template<typename E>
    std::optional<E> requiredCode(QLatin1StringView field)
    {
        if (!has(field))
            refuseMissing(field);
        return code<E>(field);
    }

    void repair(const QString &field, const QString &reason, const QString &original, const QString &repaired);
    /// Something odd that is taken as it is.
    void keep(const QString &field, const QString &reason, const QString &original);
    void refuse(const QString &field, const QString &reason);
    void refuseMissing(const QString &field);
    [[nodiscard]] bool isRefused() const { return !m_faults.isEmpty(); }

    /// Rows of other tables that travel inside this one: the incentives of a tier, the actions of an approval.
    void countNested(const QString &table) { ++m_nested[table]; }
    [[nodiscard]] const QMap<QString, int> &nested() const { return m_nested; }

    void setContext(const QJsonObject &context) { m_context = context; }

    /// What was repaired or kept, for a row that is imported.
    [[nodiscard]] const QList<ImportFinding> &notes() const { return m_notes; }
    /// The row in quarantine: its own faults, or `reason` when others are to blame.
    [[nodiscard]] QList<ImportFinding> quarantined(const QString &reason) const;
    [[nodiscard]] QString jsonText() const;

private:
    void noteSpelling(const QString &field, const QString &original, const QString &repaired);
    void refuseUnknown(const QString &field, const QString &typed);
    [[nodiscard]] ImportFinding finding(ImportFinding::Kind kind, const QString &field, const QString &reason, const QString &original,
                                        const QString &repaired) const;

    QString m_table;
    QString m_address;
    QJsonObject m_json;
    QJsonObject m_context;
    QList<ImportFinding> m_notes;
    QList<ImportFinding> m_faults;
    QMap<QString, int> m_nested;
};

} // namespace dealdesk
