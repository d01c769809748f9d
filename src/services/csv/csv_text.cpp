#include "services/csv/csv_text.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace dealdesk {

bool looksLikeFormula(QStringView text)
{
    while (text.startsWith(u'\''))
        text = text.sliced(1);
    return !text.isEmpty() && QStringView(u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20").contains(text.front());
}

void appendCsvField(QByteArray &line, QStringView value, CsvColumn column)
{
    const bool defuse = column == CsvColumn::Text && looksLikeFormula(value);
    const QByteArray bytes = value.toUtf8();
    const bool quoted = bytes.contains(',') || bytes.contains('"') || bytes.contains('\n') || bytes.contains('\r') || bytes.startsWith(' ')
        || bytes.endsWith(' ');
    if (quoted)
        line += '"';
    if (defuse)
        line += '\'';
    if (bytes.contains('"'))
        line += QByteArray(bytes).replace('"', "\"\"");
    else
        line += bytes;
    if (quoted)
        line += '"';
}

QByteArray csvRecord(const QStringList &fields, CsvColumn column)
{
    QByteArray line;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (i > 0)
            line += ',';
        appendCsvField(line, fields.at(i), column);
    }
    return line += "\r\n";
}

QString withoutDefusing(const QString &field)
{
    return field.startsWith(u'\'') && looksLikeFormula(field) ? field.sliced(1) : field;
}

} // namespace dealdesk
