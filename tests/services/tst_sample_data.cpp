#include "services/sample/seed_service.h"
#include "support/services/test_workspace.h"

#include <QCoroTask>
#include <QTest>
#include <QFile>
#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using dealdesk::test::TestWorkspace;

class TestSampleData : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void seed();
};

void TestSampleData::seed()
{
    const TestWorkspace database;
    const SeedService service(database.admin());
    QElapsedTimer t; t.start();
    const auto done = QCoro::waitFor(service.seedForMeasurements(qEnvironmentVariableIntValue("N")));
    qInfo() << t.elapsed();
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));
    for (auto table : {"users", "deals", "deal_tiers", "tier_incentives", "deal_approvals", "approval_actions", "deal_status_history", "deal_revisions"})
        qInfo() << table << database.value(u"SELECT count(*) FROM "_s + QLatin1StringView(table)).toInt();
    if (qEnvironmentVariableIsSet("OUT")) { (void) database.value(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); QVERIFY(QFile::copy(database.workspace()->location().filePath, qEnvironmentVariable("OUT"))); }
}

QTEST_GUILESS_MAIN(TestSampleData)
#include "tst_sample_data.moc"
