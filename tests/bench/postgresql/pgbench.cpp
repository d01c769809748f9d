#include "bench/postgresql/pgbench.h"

#include "bench/postgresql/screens.h"
#include "data/postgres/pg_placeholders.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

namespace {

/// As pgbench wants it: values as variables or literals, one statement.
QString scriptOf(const SqlText &statement, const QString &deal = {})
{
    QString sql = QString::fromUtf8(numberedSql(statement.sql).text).simplified();
    for (qsizetype i = statement.values.size(); i > 0; --i) {
        const QVariant &value = statement.values.at(i - 1);
        const bool isDeal = !deal.isEmpty() && value.toString() == deal;
        sql.replace(u"$%1"_s.arg(i), isDeal ? u":deal"_s : value.toString());
    }
    return sql + ";\n"_L1;
}

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("%s cannot be written.", qPrintable(path));
    file.write(text.toUtf8());
}

void writeScripts(const QDir &folder, const BenchServer &server, const QList<qint64> &deals)
{
    const Actor actor = actorOf(server.connectionText(u"postgres"_s), u"finance03"_s);
    const QString someDeal = u"\\set deal random(%1, %2)\n"_s.arg(*std::min_element(deals.begin(), deals.end()))
                                 .arg(*std::max_element(deals.begin(), deals.end()));
    write(folder.filePath(u"0.sql"_s), scriptOf(newestDeals(actor).statements.first()));
    write(folder.filePath(u"1.sql"_s), scriptOf(inboxOf(actor).statements.first()));
    constexpr qint64 kPlace = 987654321;
    QString detail = someDeal + "\\startpipeline\n"_L1;
    const QList<SqlText> statements = detailOf(DealId(kPlace), actor).statements;
    for (const SqlText &statement : statements)
        detail += scriptOf(statement, QString::number(kPlace));
    write(folder.filePath(u"2.sql"_s), detail + "\\endpipeline\n"_L1);
    write(folder.filePath(u"3.sql"_s),
          someDeal + u"SELECT dealdesk.cmd_comment(gen_random_uuid(), 1, :deal, NULL, '{\"body\":\"Noted.\"}');\n"_s);
}

} // namespace

QString nameOf(Deed deed)
{
    switch (deed) {
    case Deed::List: return u"Deals, newest 50"_s;
    case Deed::Inbox: return u"inbox"_s;
    case Deed::Detail: return u"a deal's page"_s;
    case Deed::Comment: return u"write a comment"_s;
    }
    return {};
}

std::array<Timings, kDeeds> runPgbench(const BenchServer &server, int people, double rate, int seconds, const QList<qint64> &deals)
{
    std::array<Timings, kDeeds> figures;
    const QTemporaryDir folder;
    writeScripts(QDir(folder.path()), server, deals);
    QProcess pgbench;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGOPTIONS"_s, u"-c search_path=dealdesk,pg_catalog -c jit=off"_s);
    environment.insert(u"PGHOST"_s, server.socketFolder());
    environment.insert(u"PGPORT"_s, QString::number(server.port()));
    environment.insert(u"PGUSER"_s, u"finance03"_s);
    pgbench.setProcessEnvironment(environment);
    pgbench.setWorkingDirectory(folder.path());
    pgbench.setProcessChannelMode(QProcess::MergedChannels);
    pgbench.start(u"pgbench"_s,
                  {u"-n"_s,
                   u"-M"_s,
                   u"prepared"_s,
                   u"-c"_s,
                   QString::number(people),
                   u"-j"_s,
                   u"4"_s,
                   u"-R"_s,
                   QString::number(rate),
                   u"-T"_s,
                   QString::number(seconds),
                   u"-l"_s,
                   u"-f"_s,
                   u"0.sql@40"_s,
                   u"-f"_s,
                   u"1.sql@20"_s,
                   u"-f"_s,
                   u"2.sql@30"_s,
                   u"-f"_s,
                   u"3.sql@10"_s,
                   BenchServer::kDatabase});
    pgbench.waitForFinished(-1);
    if (pgbench.exitCode() != 0)
        qWarning("%s", pgbench.readAll().constData());
    const QStringList logs = QDir(folder.path()).entryList({u"pgbench_log.*"_s});
    for (const QString &name : logs) {
        QFile log(QDir(folder.path()).filePath(name));
        if (!log.open(QIODevice::ReadOnly))
            continue;
        while (!log.atEnd()) { // client, number, microseconds since it was due, script, when (two columns), how late it began
            const QList<QByteArray> words = log.readLine().simplified().split(' ');
            if (words.size() >= 7 && words[2] != "skipped" && words[2] != "failed")
                figures[words[3].toUInt()].add((words[2].toDouble() - words[6].toDouble()) / 1000);
        }
    }
    return figures;
}

} // namespace dealdesk::bench
