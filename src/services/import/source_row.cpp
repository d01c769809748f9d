#include "services/import/source_row.h"

#include "services/import/import_text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace dealdesk {

SourceRow::SourceRow(QString table, QString address, QJsonObject json)
    : m_table(std::move(table)), m_address(std::move(address)), m_json(std::move(json))
{
}

bool SourceRow::has(QLatin1StringView field) const
{
    const QJsonValue value = at(field);
    return !value.isNull() && !value.isUndefined() && !(value.isString() && value.toString().trimmed().isEmpty());
}

QString SourceRow::text(QLatin1StringView field)
{
    const QJsonValue value = at(field);
    if (!value.isObject() && !value.isArray())
        return sourceText(value);
    refuse(field, ImportText::tr("A text was expected."));
    return {};
}

QString SourceRow::name(QLatin1StringView field)
{
    const QString typed = text(field);
    const QString clean = withoutExtraSpaces(typed);
    if (clean != typed)
        repair(field, ImportText::tr("Extra spaces were removed."), typed, clean);
    return clean;
}

std::optional<Money> SourceRow::money(QLatin1StringView field)
{
    if (!has(field))
        return std::nullopt;
    const auto read = sourceMoney(at(field));
    if (!read) {
        refuse(field, ImportText::tr("This is not an amount of dollars."));
        return std::nullopt;
    }
    if (!read->repaired.isEmpty())
        repair(field, read->repaired, sourceText(at(field)), read->value.toDecimal());
    return read->value;
}

std::optional<Ratio> SourceRow::margin(QLatin1StringView field)
{
    if (!has(field))
        return std::nullopt;
    const auto read = sourceMargin(at(field));
    if (!read) {
        refuse(field, ImportText::tr("A margin is a fraction from 0 to 1, or a percentage from 2 to 100."));
        return std::nullopt;
    }
    if (!read->repaired.isEmpty())
        repair(field, read->repaired, sourceText(at(field)), read->value.toDecimal());
    return read->value;
}

QDate SourceRow::date(QLatin1StringView field)
{
    if (!has(field))
        return {};
    const auto read = sourceDate(at(field));
    if (!read) {
        refuse(field, ImportText::tr("This is not a date such as 2026-01-31."));
        return {};
    }
    if (!read->repaired.isEmpty())
        repair(field, read->repaired, sourceText(at(field)), read->value.toString(Qt::ISODate));
    return read->value;
}

QString SourceRow::instant(QLatin1StringView field)
{
    if (!has(field))
        return {};
    const auto read = sourceInstant(at(field));
    if (!read) {
        refuse(field, ImportText::tr("This is not a date with a time such as 2026-01-31T09:00:00Z."));
        return {};
    }
    if (!read->repaired.isEmpty())
        repair(field, read->repaired, sourceText(at(field)), read->value);
    return read->value;
}

std::optional<qint64> SourceRow::integer(QLatin1StringView field)
{
    if (!has(field))
        return std::nullopt;
    const auto number = sourceInteger(at(field));
    if (!number)
        refuse(field, ImportText::tr("This is not a whole number."));
    return number;
}

bool SourceRow::flag(QLatin1StringView field, bool fallback)
{
    if (!has(field))
        return fallback;
    const QString typed = sourceText(at(field)).trimmed().toLower();
    if (typed == "true"_L1 || typed == "1"_L1)
        return true;
    if (typed != "false"_L1 && typed != "0"_L1)
        refuse(field, ImportText::tr("This is neither true nor false."));
    return false;
}

void SourceRow::repair(const QString &field, const QString &reason, const QString &original, const QString &repaired)
{
    m_notes += finding(ImportFinding::Kind::Repaired, field, reason, original, repaired);
}

void SourceRow::keep(const QString &field, const QString &reason, const QString &original)
{
    m_notes += finding(ImportFinding::Kind::Kept, field, reason, original, original);
}

void SourceRow::refuse(const QString &field, const QString &reason)
{
    const QJsonValue value = m_json.value(field);
    const bool isScalar = !value.isObject() && !value.isArray();
    m_faults += finding(ImportFinding::Kind::Quarantined, field, reason, isScalar ? sourceText(value) : QString(), {});
}

void SourceRow::refuseMissing(const QString &field)
{
    refuse(field, ImportText::tr("There is no value, and none can be made up."));
}

void SourceRow::noteSpelling(const QString &field, const QString &original, const QString &repaired)
{
    repair(field, ImportText::tr("Another spelling of the same value."), original, repaired);
}

void SourceRow::refuseUnknown(const QString &field, const QString &typed)
{
    refuse(field, ImportText::tr("“%1” is not a value that Deal Desk knows here.").arg(typed));
}

QList<ImportFinding> SourceRow::quarantined(const QString &reason) const
{
    QList<ImportFinding> findings = m_faults;
    if (findings.isEmpty())
        findings += finding(ImportFinding::Kind::Quarantined, {}, reason, jsonText(), {});
    findings.first().wholeRow = jsonText();
    if (!m_context.isEmpty())
        findings.first().context = QString::fromUtf8(QJsonDocument(m_context).toJson(QJsonDocument::Compact));
    return findings;
}

QString SourceRow::jsonText() const
{
    return QString::fromUtf8(QJsonDocument(m_json).toJson(QJsonDocument::Compact));
}

ImportFinding SourceRow::finding(ImportFinding::Kind kind, const QString &field, const QString &reason, const QString &original,
                                 const QString &repaired) const
{
    ImportFinding found;
    found.kind = kind;
    found.table = m_table;
    found.row = m_address;
    found.field = field;
    found.reason = reason;
    found.original = original;
    found.repaired = repaired;
    return found;
}

} // namespace dealdesk
