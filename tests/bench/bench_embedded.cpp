// What Deal Desk costs on the embedded database, beside what the same SQL costs in the sqlite3 shell in the same run.
//   bench_embedded [--deals N]…      default: 15000 and 150000
#include "bench/embedded_bench.h"

#include <QCommandLineParser>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Benchmarks of the embedded database"_s);
    parser.addHelpOption();
    const QCommandLineOption deals(u"deals"_s, u"How many deals the database holds; may be repeated."_s, u"N"_s);
    parser.addOption(deals);
    parser.process(application);

    QList<int> scales;
    const QStringList wanted = parser.values(deals);
    for (const QString &text : wanted)
        scales.append(text.toInt());
    if (scales.isEmpty())
        scales = {15'000, 150'000};
    return dealdesk::bench::runEmbeddedBench(scales) ? 0 : 1;
}
