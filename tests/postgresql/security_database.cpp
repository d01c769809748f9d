#include "security_database.h"

#include "support/postgres/pg_cluster.h"
#include "support/test_paths.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

void fill(TestDatabase &database)
{
    Psql session = static_cast<PgTestDatabase &>(database).psql();
    session.must(SecurityDatabase::text(u"checks/probe.sql"_s));
    session.must(SecurityDatabase::text(u"checks/people_and_deals.sql"_s));
    session.must(u"ANALYZE"_s);
}

std::unique_ptr<PgTestDatabase> made()
{
    return PgTestDatabase::copyOf(u"security"_s, fill);
}

} // namespace

SecurityDatabase::SecurityDatabase() : m_database(made()), m_session(m_database->psql()) {}

QString SecurityDatabase::obstacle()
{
    Psql server(PgCluster::shared().connectionText(u"postgres"_s));
    if (server.must(u"SHOW server_version_num"_s).integer() < 150'000)
        return u"The rules are those of PostgreSQL 15 and later."_s;
    if (server.must(u"SELECT count(*) FROM pg_available_extensions WHERE name IN ('pgtap', 'plpgsql_check')"_s).integer() < 2)
        return u"pgTAP or plpgsql_check is not installed for this server."_s;
    return {};
}

QString SecurityDatabase::text(const QString &file)
{
    QFile source(sourcePath(u"tests/postgresql/"_s + file));
    if (!source.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(source.fileName()));
    return QString::fromUtf8(source.readAll());
}

QStringList SecurityDatabase::namesIn(const QString &folder, const QString &pattern)
{
    return QDir(sourcePath(u"tests/postgresql/"_s + folder)).entryList({pattern}, QDir::Files, QDir::Name);
}

QStringList SecurityDatabase::checkFiles()
{
    return namesIn(u"checks"_s, u"[0-9]*.sql"_s);
}

QStringList SecurityDatabase::failuresOf(const QString &checkFile)
{
    const QStringList lines = m_session.lines(
        u"SAVEPOINT checks; SET LOCAL search_path = tap; SELECT no_plan(); %1 SELECT finish()"_s.arg(text(u"checks/"_s + checkFile)));
    m_session.must(u"ROLLBACK TO checks"_s);
    QStringList failures;
    int passed = 0;
    for (const QString &line : lines) {
        if (line.startsWith(u"ok ") && ++passed)
            continue;
        if (line.startsWith(u"not ok ") || line.startsWith(u"error "))
            failures.append(line);
    }
    if (passed == 0)
        failures.append(u"nothing was checked"_s);
    return failures;
}

SecurityDatabase::Differences SecurityDatabase::privilegeDifferences()
{
    QStringList granted = m_session.must(text(u"privileges.sql"_s)).column();
    granted.removeLast();
    QStringList meant;
    for (const QString &line : text(u"privileges.txt"_s).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        meant.append(line);
        static const QString group = u"dealdesk_user: "_s;
        if (line.startsWith(group))
            meant.append("sally: "_L1 + line.mid(group.size()));
    }
    Differences differences;
    for (const QString &line : std::as_const(granted)) {
        const bool isOfKeeper = line.startsWith(u"dealdesk_logins: ") && meant.contains("dealdesk_user: "_L1 + line.section(u' ', 1));
        if (!meant.contains(line) && !isOfKeeper)
            differences.unexpected.append(line);
    }
    for (const QString &line : std::as_const(meant)) {
        if (!granted.contains(line))
            differences.missing.append(line);
    }
    return differences;
}

QList<LintRule> lintRules()
{
    QList<LintRule> rules;
    for (const QString &file : SecurityDatabase::namesIn(u"lint"_s, u"*.sql"_s)) {
        LintRule rule{file.section(u'.', 0, 0), SecurityDatabase::text(u"lint/"_s + file), {}};
        for (const QString &line : rule.query.split(u'\n')) {
            static const QString mark = u"-- Broken by: "_s;
            if (line.startsWith(mark))
                rule.breakers.append(line.mid(mark.size()));
        }
        rules.append(rule);
    }
    return rules;
}

} // namespace dealdesk::test
