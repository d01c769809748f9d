#include "data/rows.h"
#include "services/report_query.h"
#include "sql/told_stories.h"
#include "support/data/sqlite_test_database.h"
#include "support/postgres/pg_test_database.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

/// The records of the file, with any instant alike, since the stories take time.
QStringList recordsOf(CommandFixture &f, const ReportSource &source)
{
    static const QRegularExpression instant(u"\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"_s);
    const SqlText statement = csvStatement(source, f.connection().dialect());
    const auto records = readRows(f.connection(), statement.sql, statement.values, [](const Query &row) {
        return QString::fromUtf8(row.value(0).toByteArray()).replace(instant, u"(instant)"_s);
    });
    return records ? *records : QStringList{u"cannot be read"_s};
}

} // namespace

/// The same stories, told to both databases, are exported in the same characters.
class TestCsvAgrees : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onEveryReport_data();
    void onEveryReport();
    void onTheHistory();
    void cleanupTestCase()
    {
        m_file.reset();
        m_server.reset();
    }

private:
    std::unique_ptr<CommandFixture> m_file;
    std::unique_ptr<CommandFixture> m_server;
    Actor m_admin;
};

void TestCsvAgrees::initTestCase()
{
    m_server = std::make_unique<CommandFixture>(PgTestDatabase::copyOf(u"agreement"_s, CommandFixture::fill));
    m_file = std::make_unique<CommandFixture>(SqliteTestDatabase::copyOf(u"agreement"_s, CommandFixture::fill));
    tellStories(*m_server);
    tellStories(*m_file);
    m_admin.id = UserId(m_file->user(u"admin"_s));
    m_admin.role = Role::Admin;
}

void TestCsvAgrees::onEveryReport_data()
{
    QTest::addColumn<ReportKind>("kind");
    for (const ReportKind kind : {ReportKind::Pipeline, ReportKind::ApprovalsOutstanding, ReportKind::StatusHistory, ReportKind::TierLines})
        QTest::addRow("report %d", int(kind)) << kind;
}

void TestCsvAgrees::onEveryReport()
{
    QFETCH(ReportKind, kind);
    ReportRequest request;
    request.kind = kind;
    const QStringList here = recordsOf(*m_file, reportSource(request, m_admin, m_file->connection().dialect()));
    const QStringList there = recordsOf(*m_server, reportSource(request, m_admin, m_server->connection().dialect()));
    QVERIFY(here.size() > 3);
    QCOMPARE(there, here);
    QCOMPARE(here.join(QString()).contains("\"'=1+1, and a 'quoted' word\ttabbed\""_L1), kind == ReportKind::Pipeline);
}

void TestCsvAgrees::onTheHistory()
{
    QStringList here = recordsOf(*m_file, historySource({}, m_admin, m_file->connection().dialect()));
    QStringList there = recordsOf(*m_server, historySource({}, m_admin, m_server->connection().dialect()));
    QVERIFY(here.size() > 30);
    here.sort(); // the order is that of the instants
    there.sort();
    QCOMPARE(there, here);
}

int main(int argc, char **argv)
{
    qputenv("DEALDESK_TEST_DATABASE", "postgresql"); // for passwords that a server takes; SQLite minds none
    QCoreApplication application(argc, argv);
    TestCsvAgrees test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_csv_agrees.moc"
