#include "data/reconnect_pace.h"

#include <QSet>
#include <QTest>

using namespace dealdesk;
using std::chrono::milliseconds;

class TestReconnectPace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void triesAtOnceThenEverMoreSlowly();
    void isScattered();
    void slowsDownWhereOnlyAPersonCanHelp();
};

void TestReconnectPace::triesAtOnceThenEverMoreSlowly()
{
    ReconnectPace pace;
    QCOMPARE(pace.next(), milliseconds(0));
    milliseconds full = ReconnectPace::kFirst;
    for (int attempt = 1; attempt < 12; ++attempt) {
        const milliseconds pause = pace.next();
        QVERIFY(pause >= full / 2 && pause <= full);
        full = std::min(full * 2, ReconnectPace::kLongest);
    }
    pace.reset();
    QCOMPARE(pace.next(), milliseconds(0));
}

/// Two hundred programs that lost their server in one moment do not come back in one.
void TestReconnectPace::isScattered()
{
    QSet<qint64> pauses;
    for (int program = 0; program < 200; ++program) {
        ReconnectPace pace;
        for (int attempt = 0; attempt < 5; ++attempt)
            pace.next();
        pauses.insert(pace.next().count() / 100);
    }
    QVERIFY(pauses.size() > 30);
}

void TestReconnectPace::slowsDownWhereOnlyAPersonCanHelp()
{
    ReconnectPace pace;
    pace.next();
    pace.slowDown();
    QVERIFY(pace.next() >= ReconnectPace::kLongest / 2);
}

QTEST_GUILESS_MAIN(TestReconnectPace)
#include "tst_reconnect_pace.moc"
