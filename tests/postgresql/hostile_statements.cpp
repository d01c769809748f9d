#include "hostile_statements.h"

#include "support/test_paths.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

HostileStatement entryOf(const QRegularExpressionMatch &head)
{
    HostileStatement entry;
    const QStringList states = head.captured(1).split(u", "_s);
    entry.expected = states.first();
    for (const QString &state : states.mid(1)) {
        for (const QString &kind : state.section(u'=', 0, 0).split(u'/'))
            entry.otherwise.insert(kind, state.section(u'=', 1));
    }
    entry.name = head.captured(2).section(u" | "_s, 0, 0);
    entry.reason = head.captured(2).section(u" | "_s, 1);
    return entry;
}

} // namespace

QList<HostileStatement> HostileStatement::of(const QString &file)
{
    QFile text(sourcePath(u"tests/postgresql/hostile/%1.sql"_s.arg(file)));
    if (!text.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(text.fileName()));
    static const QRegularExpression head(uR"(^-- ((?:[A-Z0-9]{5}|none|accepted)(?:, [a-z/]+=\w+)*): (.*)$)"_s);
    QList<HostileStatement> entries;
    const QStringList lines = QString::fromUtf8(text.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (const auto match = head.match(line); match.hasMatch())
            entries.append(entryOf(match));
        else if (!line.isEmpty() && !line.startsWith("--"_L1))
            entries.last().steps.append(line);
    }
    return entries;
}

QString HostileStatement::expectedFor(const QString &kind, bool isSomebody) const
{
    if (otherwise.contains(kind))
        return otherwise.value(kind);
    const bool isAskedFirst = expected == "DD001"_L1; // that what is read is what is so
    return !isSomebody && expected.startsWith("DD"_L1) && !isAskedFirst ? u"DD403"_s : expected;
}

QString withValues(const QString &sql, const QHash<QString, QString> &values)
{
    static const QRegularExpression name(u"(?<!:):([a-z_0-9]+)"_s);
    QString text;
    qsizetype from = 0;
    for (auto matches = name.globalMatch(sql); matches.hasNext();) {
        const auto match = matches.next();
        text += sql.mid(from, match.capturedStart() - from) + values.value(match.captured(1), match.captured(0));
        from = match.capturedEnd();
    }
    return text + sql.mid(from);
}

} // namespace dealdesk::test
