#include "services/csv/csv_line_sql.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// = + - @ tab LF CR and the full-width forms of the first four; the apostrophe (39) is looked through.
QString apostropheBefore(const QString &column, const SqlDialect &dialect)
{
    const auto firsts = u"61, 43, 45, 64, 9, 10, 13, 65309, 65291, 65293, 65312"_s;
    return u"CASE WHEN %1 IN (39, %3) AND %2 IN (%3) THEN '''' ELSE '' END"_s.arg(
        dialect.codePoint(column), dialect.codePoint(u"ltrim(%1, '''')"_s.arg(column)), firsts);
}

QString lineOfSqlite(const QList<CsvColumnName> &columns, const SqlDialect &dialect)
{
    QStringList formats;
    QStringList arguments;
    for (const auto &[name, kind] : columns) {
        if (kind == CsvColumn::Text) { // %w doubles the quotes
            formats += u"\"%s%w\""_s;
            arguments += {apostropheBefore(name, dialect), u"coalesce(%1, '')"_s.arg(name)};
        } else {
            formats += u"%s"_s;
            arguments += name;
        }
    }
    return u"CAST(printf('%1' || char(13, 10), %2) AS BLOB)"_s.arg(formats.join(u','), arguments.join(u", "_s));
}

QString fieldOfPostgreSql(const CsvColumnName &column, const SqlDialect &dialect)
{
    switch (column.kind) {
    case CsvColumn::Text:
        return uR"('"' || %1 || replace(coalesce(%2, ''), '"', '""') || '"')"_s.arg(apostropheBefore(column.name, dialect), column.name);
    case CsvColumn::Instant: return uR"(to_char(%1 AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))"_s.arg(column.name);
    case CsvColumn::Plain: break;
    }
    return column.name;
}

// concat() takes a missing value as nothing and numbers as they are, but at most a hundred of them: hence in parts.
QString lineOfPostgreSql(const QList<CsvColumnName> &columns, const SqlDialect &dialect)
{
    constexpr qsizetype kPart = 40;
    QStringList parts;
    for (qsizetype i = 0; i < columns.size(); i += kPart) {
        QStringList fields;
        for (const CsvColumnName &column : columns.mid(i, kPart))
            fields += fieldOfPostgreSql(column, dialect);
        parts += u"concat(%1)"_s.arg(fields.join(u", ',', "_s));
    }
    return u"%1 || chr(13) || chr(10)"_s.arg(parts.join(u" || ',' || "_s));
}

} // namespace

QString csvLineExpression(const QList<CsvColumnName> &columns, const SqlDialect &dialect)
{
    return dialect.kind() == SqlDialect::Kind::PostgreSql ? lineOfPostgreSql(columns, dialect) : lineOfSqlite(columns, dialect);
}

} // namespace dealdesk
