#include "story_desk.h"
#include "support/services/services_fixture.h"
#include "support/test_paths.h"

#include "desktop/widgets/status_chip.h"
#include "presentation/deal_editor/figures_model.h"
#include "presentation/history/history_model.h"
#include "services/history_service.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

const QString kDealName = u"Story of a spring"_s;

} // namespace

/// The main job from end to end in the real windows, chapter by chapter, each by the person whose turn it is.
class TestStory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void administratorImportsTheOldData();
    void sellerWritesADeal();
    void sellerGivesItThreeTiers();
    void sellerAddsIncentives();
    void sellerSubmits();
    void departmentsApprove_data();
    void departmentsApprove();
    void levelApproves();
    void legalDraftsTheContractAndSendsIt();
    void ownerMarksItSigned();
    void historyTellsTheStory();
    void pipelineIsExported();

private:
    [[nodiscard]] DealDetail stored() const { return awaitValue(DealService(m_fixture->admin()).detail(m_deal)); }
    [[nodiscard]] QString text(const QString &label) const { return m_desk->shown<QLabel>(label)->text(); }
    [[nodiscard]] QString status() const { return m_desk->shown<StatusChip>(u"dealStatus"_s)->text(); }
    [[nodiscard]] QString figure(FiguresModel::Row row, int tier) const;
    void addTier(QTableView *tiers);
    void pressInInbox(Qt::Key key);
    void openDeal();

    QTemporaryDir m_folder;
    std::unique_ptr<ServicesFixture> m_fixture;
    std::unique_ptr<StoryDesk> m_desk;
    DealId m_deal;
};

void TestStory::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    QSettings().setValue(u"inbox/holdSeconds"_s, 0); // desktop/app/settings.h
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    m_fixture = std::make_unique<ServicesFixture>();
    m_desk = std::make_unique<StoryDesk>(addressOf(m_fixture->location()));
}

void TestStory::administratorImportsTheOldData()
{
    m_desk->signIn(u"admin"_s, kPassword);
    m_desk->press(m_desk->frame(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
    m_desk->fill(m_desk->shown<QLineEdit>(u"importSource"_s), dataPath(u"prototype-capture.json"_s));
    m_desk->click(m_desk->shown<QPushButton>(u"importCheck"_s));
    auto *importNow = m_desk->shown<QPushButton>(u"importNow"_s);
    m_desk->waitUntil([&] { return importNow->isEnabled(); }, u"the preview does not end"_s);
    QCOMPARE(awaitValue(DealService(m_fixture->admin()).count({})), 0);
    m_desk->click(importNow);
    m_desk->waitUntil([this] { return text(u"importSum"_s).startsWith(u"Done"_s); }, u"the import does not end"_s);
    QVERIFY(awaitValue(DealService(m_fixture->admin()).count({})) > 0);
    m_desk->click(m_desk->shown<QPushButton>(u"importClose"_s));
    m_desk->signOut();
}

void TestStory::sellerWritesADeal()
{
    m_desk->signIn(u"seller"_s, kPassword);
    m_desk->press(m_desk->frame(), Qt::Key_N, Qt::ControlModifier);
    m_desk->fill(m_desk->shown<QLineEdit>(u"nameEdit"_s), kDealName);
    m_desk->fill(m_desk->shown<QLineEdit>(u"clientEdit"_s), u"northwind"_s);
    QCOMPARE(m_desk->shown<QLineEdit>(u"clientEdit"_s)->text(), u"Northwind Outdoor"_s);
    QTest::keyClicks(m_desk->shown<QComboBox>(u"regionCombo"_s), u"West"_s);
    QCOMPARE(m_desk->shown<QComboBox>(u"regionCombo"_s)->currentText(), u"West"_s);
    m_desk->fill(m_desk->shown<QLineEdit>(u"termStartEdit"_s), u"2027-01-01"_s);
    m_desk->fill(m_desk->shown<QWidget>(u"monthsSpin"_s), u"12"_s);
    QCOMPARE(m_desk->shown<QLineEdit>(u"termEndEdit"_s)->text(), u"12/31/2027"_s);
    m_desk->fill(m_desk->shown<QLineEdit>(u"growthAmbitionEdit"_s), u"1.5m"_s);
    QTest::keyClicks(m_desk->shown<QPlainTextEdit>(u"businessSummaryEdit"_s), u"Outdoor and mobile, two flights."_s);
}

void TestStory::addTier(QTableView *tiers)
{
    const int rows = tiers->model()->rowCount();
    m_desk->press(tiers, Qt::Key_T, Qt::ControlModifier);
    m_desk->waitUntil([&] { return tiers->model()->rowCount() == rows + 1; }, u"no tier is added"_s);
}

/// The approval path and the figures follow each number.
void TestStory::sellerGivesItThreeTiers()
{
    auto *tiers = m_desk->shown<QTableView>(u"tierGrid"_s);
    m_desk->fillCell(tiers, 0, 0, u"90000"_s);
    QVERIFY2(text(u"routingBusiness"_s).startsWith(u"Director"_s), qPrintable(text(u"routingBusiness"_s)));
    addTier(tiers);
    m_desk->fillCell(tiers, 1, 0, u"240000"_s);
    QVERIFY2(text(u"routingBusiness"_s).startsWith(u"VP"_s), qPrintable(text(u"routingBusiness"_s)));
    addTier(tiers);
    m_desk->fillCell(tiers, 2, 0, u"480000"_s);
    m_desk->fillCell(tiers, 2, 1, u"32"_s);
    QVERIFY2(text(u"routingBusiness"_s).contains(u"480,000"_s), qPrintable(text(u"routingBusiness"_s)));
    QCOMPARE(tiers->model()->rowCount(), 3);
    QCOMPARE(figure(FiguresModel::GrossProfit, 0), u"31,500"_s);
    QCOMPARE(figure(FiguresModel::GrossProfit, 2), u"153,600"_s);
}

QString TestStory::figure(FiguresModel::Row row, int tier) const
{
    const auto *figures = m_desk->shown<QTableView>(u"figuresTable"_s)->model();
    return figures->index(row, tier).data(FiguresModel::ExactRole).toString();
}

/// One typed cell by cell, two pasted as a block from a spreadsheet.
void TestStory::sellerAddsIncentives()
{
    auto *grid = m_desk->shown<QTableView>(u"incentiveGrid"_s);
    m_desk->fillCell(grid, 0, 0, u"1"_s); // otherwise it is of the tier that was written last
    m_desk->fillCell(grid, 0, 1, u"Financial"_s);
    m_desk->fillCell(grid, 0, 2, u"Discounts"_s);
    m_desk->fillCell(grid, 0, 3, u"Volume Discount"_s);
    m_desk->fillCell(grid, 0, 4, u"8000"_s);
    QGuiApplication::clipboard()->setText(u"2\tProduct & Innovation\tProduct Features\tBeta Access\t12000\tFirst half\n"
                                          "3\tFinancial\tBonuses\tGrowth Bonus\t20000\t\n"_s);
    grid->setCurrentIndex(grid->model()->index(1, 0));
    m_desk->press(grid, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(grid->model()->rowCount(), 4); // three, and the empty one
    QVERIFY2(text(u"routingDepartment3"_s).startsWith(u"Creative"_s), qPrintable(text(u"routingDepartment3"_s)));
}

void TestStory::sellerSubmits()
{
    m_desk->press(m_desk->shown<QLineEdit>(u"nameEdit"_s), Qt::Key_Return, Qt::ControlModifier);
    m_desk->waitUntil([this] { return status() == u"Submitted"_s; }, u"the deal is not submitted"_s);
    const auto found = awaitValue(DealService(m_fixture->admin()).page({}));
    for (const DealRow &row : found.rows) {
        if (row.name == kDealName)
            m_deal = row.id;
    }
    QVERIFY(m_deal.isValid());
    const DealDetail deal = stored();
    QCOMPARE(deal.facts.status, DealStatus::Submitted);
    QCOMPARE(deal.content.tiers.size(), 3);
    QCOMPARE(deal.content.tiers[0].incentives.first().option, u"Volume Discount"_s);
    QCOMPARE(deal.content.tiers[1].incentives.first().option, u"Beta Access"_s);
    QCOMPARE(deal.content.tiers[2].incentives.first().value, Money::fromDollars(20'000));
    QCOMPARE(deal.content.termEnd, QDate(2027, 12, 31));
    QCOMPARE(deal.approvals.size(), 3);
    QCOMPARE(text(u"dealReference"_s), deal.reference);
    m_desk->signOut();
}

/// The key goes to the task of this story's deal; the old data may have put others into the inbox.
void TestStory::pressInInbox(Qt::Key key)
{
    m_desk->press(m_desk->frame(), Qt::Key_1, Qt::ControlModifier);
    auto *list = m_desk->shown<QListView>(u"inboxList"_s);
    m_desk->waitUntil([&] { return list->model()->rowCount() > 0; }, u"nothing is in the inbox"_s);
    const auto isOurs = [](const QModelIndex &task) { return task.data(Qt::AccessibleTextRole).toString().contains(kDealName); };
    // until it is there: what was done a moment ago may not have been read back yet
    const auto goToOurs = [&] {
        if (isOurs(list->currentIndex()))
            return text(u"taskDeal"_s).contains(kDealName);
        m_desk->press(list, list->currentIndex().row() == list->model()->rowCount() - 1 ? Qt::Key_Home : Qt::Key_J);
        return false;
    };
    m_desk->waitUntil(goToOurs, u"the deal is not in the inbox"_s);
    m_desk->press(list, key);
}

void TestStory::departmentsApprove_data()
{
    QTest::addColumn<QString>("username");
    for (const QString &username : {u"finance"_s, u"trading"_s, u"creative"_s})
        QTest::newRow(qPrintable(username)) << username;
}

void TestStory::departmentsApprove()
{
    QFETCH(QString, username);
    m_desk->signIn(username, kPassword);
    pressInInbox(Qt::Key_A);
    const auto isApproved = [&] {
        const DealDetail deal = stored();
        return std::any_of(deal.approvals.cbegin(), deal.approvals.cend(), [&](const ApprovalRow &row) {
            return row.stage == 1 && codeOf(*row.department) == username && row.status == ApprovalStatus::Approved;
        });
    };
    m_desk->waitUntil(isApproved, username + " does not approve"_L1);
    m_desk->signOut();
}

void TestStory::levelApproves()
{
    QCOMPARE(stored().facts.status, DealStatus::UnderReview);
    m_desk->signIn(u"vp"_s, kPassword);
    pressInInbox(Qt::Key_A);
    m_desk->waitUntil([this] { return stored().facts.status == DealStatus::Approved; }, u"the vp does not approve"_s);
    m_desk->signOut();
}

void TestStory::legalDraftsTheContractAndSendsIt()
{
    m_desk->signIn(u"legal"_s, kPassword);
    pressInInbox(Qt::Key_A);
    m_desk->waitUntil([this] { return stored().facts.status == DealStatus::ContractDrafting; }, u"the contract is not begun"_s);
    pressInInbox(Qt::Key_A);
    m_desk->waitUntil([this] { return stored().facts.status == DealStatus::ClientReview; }, u"the contract is not sent"_s);
    m_desk->signOut();
}

void TestStory::ownerMarksItSigned()
{
    m_desk->signIn(u"seller"_s, kPassword);
    openDeal();
    m_desk->click(m_desk->shown<QPushButton>(u"dealActionMarkSigned"_s));
    m_desk->click(m_desk->shown<QPushButton>(u"messageBoxAccept"_s));
    m_desk->waitUntil([this] { return stored().facts.status == DealStatus::Signed; }, u"the deal is not signed"_s);
    m_desk->waitUntil([this] { return status() == u"Signed"_s; }, u"the page does not say that it is signed"_s);
}

/// By Ctrl+K and the reference.
void TestStory::openDeal()
{
    m_desk->press(m_desk->frame(), Qt::Key_K, Qt::ControlModifier);
    auto *search = m_desk->shown<QLineEdit>(u"quickOpenText"_s);
    const QString reference = stored().reference;
    QTest::keyClicks(search, reference);
    auto *hits = m_desk->shown<QListView>(u"quickOpenList"_s);
    m_desk->waitUntil([&] { return hits->model()->rowCount() > 0 && hits->model()->index(0, 0).data().toString().contains(reference); },
                      u"the reference is not found"_s);
    m_desk->press(search, Qt::Key_Return);
    m_desk->waitUntil([&] { return text(u"dealReference"_s) == reference; }, u"the deal does not open"_s);
}

void TestStory::historyTellsTheStory()
{
    m_desk->press(m_desk->frame(), Qt::Key_3, Qt::ControlModifier);
    m_desk->fill(m_desk->shown<QLineEdit>(u"historyDeal"_s), stored().reference);
    auto *events = m_desk->shown<QTableView>(u"eventsTable"_s);
    const QList<HistoryEvent> story = awaitValue(HistoryService(m_fixture->admin()).story(m_deal));
    m_desk->waitUntil([&] { return events->model()->rowCount() == story.size(); }, u"the history does not show the whole story"_s);

    QStringList actors = m_desk->column(events, HistoryModel::WhoColumn);
    std::reverse(actors.begin(), actors.end()); // newest first on the screen
    QStringList expected;
    QStringList statuses;
    for (const HistoryEvent &event : story) {
        expected += event.actorName;
        if (event.source == HistoryEvent::Source::StatusChange)
            statuses += event.what;
    }
    QCOMPARE(actors, expected);
    QCOMPARE(statuses,
             (QStringList{u"draft"_s, u"submitted"_s, u"under_review"_s, u"approved"_s, u"contract_drafting"_s, u"client_review"_s,
                          u"signed"_s}));
    for (const QString &actor :
         {u"Seller Example"_s, u"Finance Example"_s, u"Trading Example"_s, u"Creative Example"_s, u"Vp Example"_s, u"Legal Example"_s})
        QVERIFY2(actors.contains(actor), qPrintable(actor));
}

void TestStory::pipelineIsExported()
{
    m_desk->press(m_desk->frame(), Qt::Key_E, Qt::ControlModifier);
    m_desk->click(m_desk->shown<QPushButton>(u"reportExport"_s));
    const QString path = m_folder.filePath(u"pipeline.csv"_s);
    m_desk->chooseFile(u"exportFileDialog"_s, path);
    m_desk->waitUntil([&] { return QFile::exists(path); }, u"nothing is exported"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().split('\n');
    const QByteArray reference = stored().reference.toUtf8();
    const auto line = std::find_if(lines.cbegin(), lines.cend(),
                                   [&](const QByteArray &candidate) { return candidate.contains(reference); });
    QVERIFY(line != lines.cend());
    for (const QByteArray cell : {"Story of a spring", "Northwind Outdoor", "signed", "480000.00", "2027-12-31"})
        QVERIFY2(line->contains(cell), line->constData());
    m_desk->signOut();
}

} // namespace dealdesk::test

QTEST_MAIN(dealdesk::test::TestStory)
#include "tst_story.moc"
