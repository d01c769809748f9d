#include "database_fixture.h"

#include "data/sql_executor.h"

#include <QSignalSpy>

#include <QCoroFuture>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

Status createTable(Connection &connection)
{
    return connection.execute(u"CREATE TABLE t (n INTEGER)"_s, u"create"_s);
}

auto insert(int n)
{
    return [n](Connection &connection) { return connection.execute(u"INSERT INTO t VALUES (%1)"_s.arg(n), u"insert"_s); };
}

Result<QList<QString>> readAll(Connection &connection)
{
    return readRows(connection, u"SELECT n FROM t ORDER BY rowid"_s, {}, [](const Query &row) { return row.text(0); });
}

QCoro::Task<Result<QList<QString>>> awaitAll(SqlExecutor &executor)
{
    auto future = executor.run(&readAll);
    co_return co_await future;
}

} // namespace

class TestSqlExecutor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void worksInOrder();
    void worksOnAThreadOfItsOwn();
    void answersWhyItCouldNotOpen();
    void answersCancelledAfterItCloses();
    void cutsAReadUnderWayWhenItCloses();
    void turnsAnExceptionIntoAFailure();
    void answersAnAwaitedJobAfterItsEnd();
    void tellsOfChangesByOthersOnly();
    void tellsHealth();
    void manyExecutorsWriteOneFile();
};

void TestSqlExecutor::worksInOrder()
{
    const DatabaseFolder folder;
    SqlExecutor executor(folder.location());
    executor.run(&createTable);
    QList<QFuture<Status>> writes;
    QStringList expected;
    for (int n = 0; n < 200; ++n) {
        writes.append(executor.run(insert(n)));
        expected.append(QString::number(n));
    }
    const auto rows = QCoro::waitFor(awaitAll(executor));
    QVERIFY(rows.has_value());
    QCOMPARE(*rows, expected);
    for (const auto &write : writes)
        QVERIFY(write.isFinished() && write.result().has_value());
}

void TestSqlExecutor::worksOnAThreadOfItsOwn()
{
    const DatabaseFolder folder;
    SqlExecutor executor(folder.location());
    auto future = executor.run([](Connection &) -> Result<QThread *> { return QThread::currentThread(); });
    future.waitForFinished();
    QVERIFY(future.result().value() != QThread::currentThread());
    QCOMPARE(executor.location().filePath, folder.path(u"deals.db"_s));
}

void TestSqlExecutor::answersWhyItCouldNotOpen()
{
    const DatabaseFolder folder;
    QFile text(folder.path(u"deals.db"_s));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write(QByteArray(4096, 'x'));
    text.close();
    SqlExecutor executor(folder.location());
    for (int i = 0; i < 3; ++i) {
        auto future = executor.run(&createTable);
        future.waitForFinished();
        QCOMPARE(future.result().error().code, ErrorCode::DatabaseCorrupt);
    }
}

void TestSqlExecutor::answersCancelledAfterItCloses()
{
    const DatabaseFolder folder;
    auto executor = std::make_unique<SqlExecutor>(folder.location());
    executor->run(&createTable).waitForFinished();
    QSemaphore started;
    QSemaphore release;
    auto underWay = executor->run([&](Connection &) -> Status {
        started.release();
        release.acquire();
        return Nothing{};
    });
    started.acquire();
    QList<QFuture<Status>> waiting;
    for (int n = 0; n < 20; ++n)
        waiting.append(executor->run(insert(n)));
    // Closing answers what waits before it waits for what runs.
    auto *closer = QThread::create([&] { executor.reset(); });
    closer->start();
    for (auto &future : waiting) {
        future.waitForFinished();
        QCOMPARE(future.resultCount(), 1);
        QCOMPARE(future.result().error().code, ErrorCode::Cancelled);
    }
    release.release();
    closer->wait();
    delete closer;
    QVERIFY(underWay.isFinished());
    QVERIFY(underWay.result().has_value());
}

void TestSqlExecutor::cutsAReadUnderWayWhenItCloses()
{
    const DatabaseFolder folder;
    auto executor = std::make_unique<SqlExecutor>(folder.location());
    QSemaphore started;
    auto endless = executor->run([&started](Connection &connection) -> Result<qint64> {
        qint64 rows = 0;
        auto query = connection.prepare(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"_s, u"endless"_s);
        if (const Status done = query->exec(); !done)
            return failure(done.error());
        started.release();
        while (query->next())
            ++rows;
        const Status read = query->status();
        return read ? Result<qint64>(rows) : failure(read.error());
    });
    started.acquire();
    executor.reset();
    QVERIFY(endless.isFinished());
    QCOMPARE(endless.result().error().code, ErrorCode::Cancelled);
}

void TestSqlExecutor::turnsAnExceptionIntoAFailure()
{
    const DatabaseFolder folder;
    SqlExecutor executor(folder.location());
    auto future = executor.run([](Connection &) -> Status { throw std::runtime_error("a bug"); });
    future.waitForFinished();
    QCOMPARE(future.result().error().code, ErrorCode::Internal);
    QCOMPARE(future.result().error().detail, u"a bug"_s);
}

void TestSqlExecutor::answersAnAwaitedJobAfterItsEnd()
{
    const DatabaseFolder folder;
    auto executor = std::make_unique<SqlExecutor>(folder.location());
    executor->run(&createTable).waitForFinished();
    auto task = awaitAll(*executor);
    executor.reset();
    const auto rows = QCoro::waitFor(std::move(task));
    QVERIFY(rows || rows.error().code == ErrorCode::Cancelled);
}

void TestSqlExecutor::tellsOfChangesByOthersOnly()
{
    const DatabaseFolder folder;
    SqlExecutor mine(folder.location());
    mine.run(&createTable).waitForFinished();
    SqlExecutor other(folder.location());
    other.run(&readAll).waitForFinished();
    QSignalSpy seenByMe(&mine, &SqlExecutor::changedElsewhere);
    QSignalSpy seenByOther(&other, &SqlExecutor::changedElsewhere);
    other.run(insert(1)).waitForFinished();
    QTRY_COMPARE(seenByMe.count(), 1);
    other.run(insert(2)).waitForFinished();
    QTRY_COMPARE(seenByMe.count(), 2);
    QCOMPARE(seenByOther.count(), 0);
}

void TestSqlExecutor::tellsHealth()
{
    const DatabaseFolder folder;
    SqlExecutor executor(folder.location());
    QSignalSpy health(&executor, &SqlExecutor::healthChanged);
    executor.run(&createTable).waitForFinished();
    executor.run([](Connection &) -> Status { return failure(ErrorCode::DatabaseBusy); }).waitForFinished();
    executor.run([](Connection &) -> Status { return failure(ErrorCode::Forbidden); }).waitForFinished();
    executor.run([](Connection &) -> Status { return failure(ErrorCode::DiskFull); }).waitForFinished();
    QTRY_COMPARE(health.count(), 3);
    QCOMPARE(health.at(0).at(0).value<DatabaseHealth>(), DatabaseHealth::Busy);
    QCOMPARE(health.at(1).at(0).value<DatabaseHealth>(), DatabaseHealth::Ready);
    QCOMPARE(health.at(2).at(0).value<DatabaseHealth>(), DatabaseHealth::Unavailable);
}

void TestSqlExecutor::manyExecutorsWriteOneFile()
{
    const DatabaseFolder folder;
    SqlExecutor first(folder.location());
    first.run(&createTable).waitForFinished();
    std::vector<std::unique_ptr<SqlExecutor>> executors;
    QList<QFuture<Status>> writes;
    for (int i = 0; i < 8; ++i) {
        executors.push_back(std::make_unique<SqlExecutor>(folder.location()));
        for (int n = 0; n < 25; ++n)
            writes.append(executors.back()->run(insert(i * 100 + n)));
    }
    for (auto &write : writes) {
        write.waitForFinished();
        QVERIFY2(write.result(), write.result() ? "" : qPrintable(write.result().error().detail));
    }
    auto all = first.run(&readAll);
    all.waitForFinished();
    QCOMPARE(all.result()->size(), 200);
}

QTEST_GUILESS_MAIN(TestSqlExecutor)
#include "tst_sql_executor.moc"
