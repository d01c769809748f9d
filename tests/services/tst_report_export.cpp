#include "data/rows.h"
#include "domain/draft_json.h"
#include "services/csv/csv_reader.h"
#include "services/csv/csv_text.h"
#include "services/deal_service.h"
#include "services/report_service.h"
#include "services/sample/seed_service.h"
#include "support/services/test_workspace.h"

#include <QCoroTask>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using dealdesk::test::TestWorkspace;

namespace {

QStringList hostileTexts()
{
    QStringList texts{u"=1+1"_s,
                      u"+1"_s,
                      u"-1"_s,
                      u"@SUM(A1)"_s,
                      u"=HYPERLINK(\"http://x\",\"click\")"_s,
                      u"=cmd|'/c calc'!A1"_s,
                      u"'=1"_s,
                      u"''=1"_s,
                      u"'"_s,
                      u"''"_s,
                      u"'tis"_s,
                      u"\t=1"_s,
                      u"\ttab"_s,
                      u"＝1"_s,
                      u"＋1"_s,
                      u"－1"_s,
                      u"＠x"_s,
                      u"'＝1"_s,
                      u"-12.50"_s,
                      u"- a list"_s,
                      u","_s,
                      u",,"_s,
                      u"\""_s,
                      u"\"\""_s,
                      u"\",\""_s,
                      u"a\"b"_s,
                      u"a,b"_s,
                      u"a;b"_s,
                      u"a\nb"_s,
                      u"a\r\nb"_s,
                      u"a\rb"_s,
                      u"a\tb"_s,
                      u"x\n=1"_s,
                      u"%s"_s,
                      u"%w%q%n"_s,
                      u"100 %"_s,
                      u"\\"_s,
                      u"\\n"_s,
                      u"NULL"_s,
                      u"(NULL)"_s,
                      u"null"_s,
                      u"0"_s,
                      u"007"_s,
                      u"1e5"_s,
                      u"2026-01-31"_s,
                      u"TRUE"_s,
                      u"Ågren & Søn"_s,
                      u"東京"_s,
                      u"😀 emoji"_s,
                      u"عربى"_s,
                      u"e\u0301"_s,
                      u"\u200Bzero width"_s,
                      u"\u202Eright to left"_s,
                      u"\uFEFFmark"_s,
                      u"a\u00A0b"_s,
                      u"<script>alert(1)</script>"_s,
                      u"'; DROP TABLE deals; --"_s,
                      u"x'y"_s,
                      u"`id`"_s,
                      u"$(id)"_s,
                      u"${x}"_s,
                      u"#REF!"_s,
                      u"|"_s,
                      u"a|b"_s,
                      u"x\u2028y"_s};
    texts += QString(20'000, u'x');
    texts += QString(2'000, u'"');
    return texts;
}

} // namespace

/// Reports as preview and as file.
class TestReportExport : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void hostileTextsComeBackAsTheyWere();
    void numbersAreNeverDefused();
    void previewShowsTheRowsOfTheFile_data();
    void previewShowsTheRowsOfTheFile();
    void filtersAndVisibilityHold();
    void cancelLeavesTheOldFile();
    void unwritableFileIsSaid();
    void historyIsExportedAsFiltered();

private:
    DealDraft draftNamed(const QString &name, const QString &text) const;
    void save(const DealDraft &draft);
    Result<ExportSummary> exportTo(Session &session, const QString &path, ReportKind kind = ReportKind::Pipeline,
                                   const DealFilter &filter = {});
    [[nodiscard]] CsvTable tableAt(const QString &path) const;

    std::unique_ptr<TestWorkspace> m_database;
};

void TestReportExport::init()
{
    m_database = std::make_unique<TestWorkspace>();
    QVERIFY2(m_database->isReady(), qPrintable(m_database->problem()));
}

DealDraft TestReportExport::draftNamed(const QString &name, const QString &text) const
{
    DealDraft draft;
    draft.name = name;
    draft.businessSummary = text;
    draft.advertiserName = text;
    draft.tiers = {Tier{}};
    draft.tiers.first().annualRevenue = Money::fromDollars(1234);
    draft.tiers.first().incentives = {Incentive{u"Financial"_s, u"Bonuses"_s, u"Growth Bonus"_s, Money::fromCents(5), text}};
    return draft;
}

void TestReportExport::save(const DealDraft &draft)
{
    auto saving = m_database->admin().command(u"cmd_save_draft"_s, {}, {},
                                              {{u"draft_type"_s, u"submission_draft"_s}, {u"draft"_s, toJson(draft)}});
    const auto saved = QCoro::waitFor(saving);
    QVERIFY2(saved, saved ? "" : qPrintable(saved.error().detail));
}

Result<ExportSummary> TestReportExport::exportTo(Session &session, const QString &path, ReportKind kind, const DealFilter &filter)
{
    const ReportService service(session);
    auto exporting = service.exportCsv({kind, filter}, {path, false}, std::make_shared<ExportProgress>());
    return QCoro::waitFor(exporting);
}

CsvTable TestReportExport::tableAt(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? readCsv(file.readAll()).value_or(CsvTable()) : CsvTable();
}

void TestReportExport::hostileTextsComeBackAsTheyWere()
{
    const QStringList texts = hostileTexts();
    QVERIFY(texts.size() >= 60);
    for (qsizetype i = 0; i < texts.size(); ++i)
        save(draftNamed(u"Deal %1"_s.arg(i), texts.at(i)));
    const QString path = m_database->filePath(u"deals.csv"_s);
    const auto summary = exportTo(m_database->admin(), path);
    QVERIFY(summary);
    QCOMPARE(summary->rows, texts.size());
    QCOMPARE(summary->bytes, QFile(path).size());
    const CsvTable table = tableAt(path);
    QCOMPARE(table.rows.size(), texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i) {
        const QString cell = table.rows.at(i).at(table.column(u"business_summary"_s));
        QCOMPARE(withoutDefusing(cell), texts.at(i));
        if (looksLikeFormula(texts.at(i)))
            QVERIFY2(cell.startsWith(u'\''), qPrintable(cell));
    }
    QVERIFY(exportTo(m_database->admin(), path, ReportKind::TierLines));
    const CsvTable tiers = tableAt(path);
    QCOMPARE(tiers.rows.size(), texts.size());
    for (qsizetype i = 0; i < texts.size(); ++i)
        QCOMPARE(withoutDefusing(tiers.rows.at(i).at(tiers.column(u"incentive_notes"_s))), texts.at(i));
}

void TestReportExport::numbersAreNeverDefused()
{
    DealDraft draft = draftNamed(u"-5 degrees"_s, u"Loss Ltd"_s);
    draft.growthAmbition = Money::fromDollars(2'000'000);
    draft.termStart = QDate(2026, 1, 1);
    draft.termEnd = QDate(2026, 12, 31);
    save(draft);
    const QString path = m_database->filePath(u"deals.csv"_s);
    QVERIFY(exportTo(m_database->admin(), path));
    const CsvTable table = tableAt(path);
    const QStringList row = table.rows.value(0);
    QCOMPARE(row.at(table.column(u"deal_name"_s)), u"'-5 degrees"_s);
    QCOMPARE(row.at(table.column(u"growth_ambition"_s)), u"2000000.00"_s);
    QCOMPARE(row.at(table.column(u"top_revenue"_s)), u"1234.00"_s);
    QCOMPARE(row.at(table.column(u"term_start_date"_s)), u"2026-01-01"_s);
    QCOMPARE(row.at(table.column(u"region"_s)), QString());
}

void TestReportExport::previewShowsTheRowsOfTheFile_data()
{
    QTest::addColumn<int>("kind");
    for (const ReportKind kind : allOf<ReportKind>())
        QTest::newRow(codeOf(kind).data()) << int(kind);
}

void TestReportExport::previewShowsTheRowsOfTheFile()
{
    QFETCH(const int, kind);
    const auto report = allOf<ReportKind>()[size_t(kind)];
    const SeedService seeding(m_database->admin());
    QVERIFY(QCoro::waitFor(seeding.seedForMeasurements(300)));
    const QString path = m_database->filePath(u"report.csv"_s);
    const auto summary = exportTo(m_database->admin(), path, report);
    QVERIFY(summary && summary->rows > 0);
    const CsvTable file = tableAt(path);
    QCOMPARE(file.rows.size(), summary->rows);
    const ReportService service(m_database->admin());
    const auto preview = QCoro::waitFor(service.preview({report, {}}, 20));
    QVERIFY(preview);
    QCOMPARE(preview->columns, file.columns);
    QCOMPARE(preview->rows, file.rows.first(std::min<qsizetype>(20, file.rows.size())));
}

void TestReportExport::filtersAndVisibilityHold()
{
    const SeedService seeding(m_database->admin());
    QVERIFY(QCoro::waitFor(seeding.seedForMeasurements(400)));
    const auto seller = m_database->sessionOf(u"seller001"_s);
    QVERIFY(seller);
    for (const ReportKind kind : allOf<ReportKind>()) {
        const QString path = m_database->filePath(u"report.csv"_s);
        DealFilter drafts;
        drafts.statuses = {DealStatus::Draft};
        QVERIFY(exportTo(*seller, path, kind, drafts));
        const CsvTable own = tableAt(path);
        for (const QStringList &row : own.rows)
            QCOMPARE(row.at(own.column(u"owner_name"_s)), seller->actor().displayName);
        DealFilter west;
        west.regions = {Region::West};
        west.statuses = {DealStatus::Submitted, DealStatus::UnderReview, DealStatus::Signed};
        QVERIFY(exportTo(*seller, path, kind, west));
        const CsvTable table = tableAt(path);
        QVERIFY(!table.rows.isEmpty());
        for (const QStringList &row : table.rows)
            QCOMPARE(row.at(table.column(u"region"_s)), u"west"_s);
        // Without a filter the same people see the same deals.
        QVERIFY(exportTo(*seller, path, kind));
        const CsvTable all = tableAt(path);
        for (const QStringList &row : all.rows)
            QVERIFY(row.at(all.column(u"status"_s)) != "draft"_L1 || row.at(all.column(u"owner_name"_s)) == seller->actor().displayName);
    }
}

void TestReportExport::cancelLeavesTheOldFile()
{
    const SeedService seeding(m_database->admin());
    QVERIFY(QCoro::waitFor(seeding.seedForMeasurements(100)));
    const QString path = m_database->filePath(u"report.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const auto progress = std::make_shared<ExportProgress>();
    progress->cancelRequested = true;
    const ReportService service(m_database->admin());
    const auto cancelled = QCoro::waitFor(service.exportCsv({ReportKind::Pipeline, {}}, {path, false}, progress));
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, ErrorCode::Cancelled);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QDir(QFileInfo(path).path()).entryList({u"report.csv*"_s}).size(), 1);
}

void TestReportExport::unwritableFileIsSaid()
{
    const auto failed = exportTo(m_database->admin(), m_database->filePath(u"no/such/folder/x.csv"_s));
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::FileNotWritable);
}

void TestReportExport::historyIsExportedAsFiltered()
{
    const SeedService seeding(m_database->admin());
    QVERIFY(QCoro::waitFor(seeding.seedForMeasurements(60)));
    const QString path = m_database->filePath(u"history.csv"_s);
    HistoryFilter filter;
    filter.sources = {HistoryEvent::Source::Action};
    const ReportService service(m_database->admin());
    const auto summary = QCoro::waitFor(service.exportHistory(filter, {path, true}, std::make_shared<ExportProgress>()));
    QVERIFY(summary && summary->rows > 0);
    const CsvTable table = tableAt(path);
    QCOMPARE(table.rows.size(), summary->rows);
    for (const QStringList &row : table.rows)
        QCOMPARE(row.at(table.column(u"source"_s)), u"action"_s);
}

QTEST_GUILESS_MAIN(TestReportExport)
#include "tst_report_export.moc"
