#include "services/csv/csv_line_sql.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// = + - @ tab LF CR and the full-width forms of the first four; the apostrophe (39) is looked through.
QString apostropheBefore(const QString &column)
{
    const auto firsts = u"61, 43, 45, 64, 9, 10, 13, 65309, 65291, 65293, 65312"_s;
    return u"CASE WHEN unicode(%1) IN (39, %2) AND unicode(ltrim(%1, '''')) IN (%2) THEN '''' ELSE '' END"_s.arg(column, firsts);
}

} // namespace

QString csvLineExpression(const QList<CsvColumnName> &columns)
{
    QStringList formats;
    QStringList arguments;
    for (const auto &[name, kind] : columns) {
        if (kind == CsvColumn::Plain) {
            formats += u"%s"_s;
            arguments += name;
        } else { // %w doubles the quotes
            formats += u"\"%s%w\""_s;
            arguments += {apostropheBefore(name), u"coalesce(%1, '')"_s.arg(name)};
        }
    }
    return u"CAST(printf('%1' || char(13, 10), %2) AS BLOB)"_s.arg(formats.join(u','), arguments.join(u", "_s));
}

} // namespace dealdesk
