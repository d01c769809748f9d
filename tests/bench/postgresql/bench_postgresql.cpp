// What Deal Desk costs on PostgreSQL, beside the same statements by libpq and pgbench in the same run, on a throw-away cluster.
//   bench_postgresql [--deals N] [--people N]… [--seconds N] [--repeats N]      default: 150000, 200 and 500, 30, 200
#include "bench/postgresql/crowd.h"
#include "bench/postgresql/csv_export_bench.h"
#include "bench/postgresql/single_user.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QStandardPaths>

#include <spdlog/spdlog.h>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    spdlog::set_level(spdlog::level::err); // a restart of the server makes everybody complain
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Benchmarks of PostgreSQL"_s);
    parser.addHelpOption();
    const QCommandLineOption deals(u"deals"_s, u"How many deals the database holds."_s, u"N"_s, u"150000"_s);
    const QCommandLineOption people(u"people"_s, u"How many sessions at once; may be repeated."_s, u"N"_s);
    const QCommandLineOption seconds(u"seconds"_s, u"How long they work."_s, u"N"_s, u"30"_s);
    const QCommandLineOption repeats(u"repeats"_s, u"How often one person does each thing."_s, u"N"_s, u"200"_s);
    parser.addOptions({deals, people, seconds, repeats});
    parser.process(application);

    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = files.rlim_max;
    setrlimit(RLIMIT_NOFILE, &files);

    using namespace dealdesk::bench;
    BenchServer server(parser.value(deals).toInt());
    const int times = parser.value(repeats).toInt();
    benchRowSecurity(server, times);
    benchSingleUser(server, times);
    benchSingleUser(server, times / 4, std::chrono::milliseconds(20));
    benchCsv(server);
    const QStringList crowds = parser.isSet(people) ? parser.values(people) : QStringList{u"200"_s, u"500"_s};
    for (const QString &crowd : crowds)
        benchCrowd(server, crowd.toInt(), parser.value(seconds).toInt());
    benchRestart(server, crowds.first().toInt());
    return 0;
}
