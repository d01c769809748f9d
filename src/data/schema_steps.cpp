#include "data/schema_steps.h"

#include "data/resource_text.h"

#include <QDir>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dealdesk {

Result<QList<SchemaStep>> schemaSteps(const QString &folder)
{
    static const QRegularExpression fileName(u"^(\\d{4})_"_s);
    static const QRegularExpression firstLine(u"^--\\s*Schema\\s+(\\d+\\.\\d+):\\s*(.+)$"_s);
    QList<SchemaStep> steps;
    const QStringList files = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const auto text = resourceText(folder + u'/' + file);
        if (!text)
            return failure(text.error());
        const auto number = fileName.match(file);
        const auto named = firstLine.match(text->section(u'\n', 0, 0).trimmed());
        if (!number.hasMatch() || !named.hasMatch())
            return failure(ErrorCode::Internal, u"schema file %1 does not name itself"_s.arg(file));
        steps.append({number.captured(1).toInt(), named.captured(1), named.captured(2), folder + u'/' + file});
    }
    return steps;
}

} // namespace dealdesk
