#include "presentation/deal_list/packed_deal_row.h"
#include "presentation/models/row_steps.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dealdesk;

namespace {

QList<qint64> carriedOut(QList<qint64> rows, const QList<RowStep> &steps, const QList<qint64> &after)
{
    for (const RowStep &step : steps) {
        if (step.kind == RowStep::Kind::Remove)
            rows.remove(step.at, step.count);
        else if (step.kind == RowStep::Kind::Move)
            rows.move(step.at, step.source);
        else
            for (qsizetype i = 0; i < step.count; ++i)
                rows.insert(step.at + i, after.at(step.source + i));
    }
    return rows;
}

DealRow fullRow()
{
    DealRow row;
    row.id = DealId(17);
    row.reference = u"DEAL-2026-1234"_s;
    row.name = u"Überraschung \x1f & Söhne"_s;
    row.client = u"Northwind Outdoor"_s;
    row.type = DealType::Custom;
    row.channel = SalesChannel::HoldingCompany;
    row.structure = DealStructure::FlatCommit;
    row.region = Region::South;
    row.priority = Priority::Low;
    row.status = DealStatus::Lost;
    row.draftType = DraftType::ScopingDraft;
    row.ownerId = UserId(4);
    row.ownerName = u"Ana Example"_s;
    row.topRevenue = Money::fromCents(0);
    row.termStart = u"2026-01-01"_s;
    row.termEnd = u"2026-12-31"_s;
    row.revisionCount = 3;
    row.openApprovals = 2;
    row.totalApprovals = 5;
    row.nextDue = u"2026-11-25T23:59:59.999Z"_s;
    row.expired = true;
    row.needsAttention = true;
    row.version = 1LL << 40;
    row.createdAt = u"2026-11-01T08:00:00.000Z"_s;
    row.updatedAt = u"2026-11-02T08:00:00.000Z"_s;
    row.lastStatusChange = u"2026-11-03T08:00:00.000Z"_s;
    return row;
}

} // namespace

class TestRowSteps : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnsOneListIntoAnother_data()
    {
        QTest::addColumn<QList<qint64>>("before");
        QTest::addColumn<QList<qint64>>("after");
        QTest::addColumn<int>("steps");
        QTest::newRow("same") << QList<qint64>{1, 2, 3} << QList<qint64>{1, 2, 3} << 0;
        QTest::newRow("from nothing, one insertion") << QList<qint64>{} << QList<qint64>{1, 2, 3} << 1;
        QTest::newRow("to nothing, one removal") << QList<qint64>{1, 2, 3} << QList<qint64>{} << 1;
        QTest::newRow("new in front") << QList<qint64>{1, 2} << QList<qint64>{7, 8, 1, 2} << 1;
        QTest::newRow("last to the front") << QList<qint64>{1, 2, 3, 4} << QList<qint64>{4, 1, 2, 3} << 1;
        QTest::newRow("pushed out at the end") << QList<qint64>{1, 2, 3} << QList<qint64>{9, 1, 2} << 2;
        QTest::newRow("two gaps") << QList<qint64>{1, 2, 3, 4, 5} << QList<qint64>{1, 3, 5} << 2;
    }

    void turnsOneListIntoAnother()
    {
        QFETCH(QList<qint64>, before);
        QFETCH(QList<qint64>, after);
        const auto steps = rowSteps(before, after);
        QTEST(int(steps.size()), "steps");
        QCOMPARE(carriedOut(before, steps, after), after);
    }

    void holdsForAnyLists()
    {
        QRandomGenerator random(20261122);
        for (int round = 0; round < 500; ++round) {
            QList<qint64> pool(20);
            std::iota(pool.begin(), pool.end(), 1);
            std::shuffle(pool.begin(), pool.end(), random);
            const QList<qint64> before = pool.first(random.bounded(20));
            std::shuffle(pool.begin(), pool.end(), random);
            const QList<qint64> after = pool.first(random.bounded(20));
            QCOMPARE(carriedOut(before, rowSteps(before, after), after), after);
        }
    }

    void packedRowKeepsEverything()
    {
        NameTable names;
        const DealRow full = fullRow();
        QCOMPARE(PackedDealRow(full, names).unpack(names), full);
        DealRow bare;
        bare.id = DealId(1);
        QCOMPARE(PackedDealRow(bare, names).unpack(names), bare);
    }

    void packedRowTellsAnyChange()
    {
        NameTable names;
        const PackedDealRow before(fullRow(), names);
        DealRow changed = fullRow();
        changed.ownerName = u"Ben Example"_s;
        QVERIFY(!(PackedDealRow(changed, names) == before));
        changed = fullRow();
        changed.topRevenue.reset();
        QVERIFY(!(PackedDealRow(changed, names) == before));
        QVERIFY(PackedDealRow(fullRow(), names) == before);
    }

    void aHundredThousandRowsStaySmall()
    {
        NameTable names;
        const PackedDealRow packed(fullRow(), names);
        // 150,000 rows within 120 MB, beside what the view needs.
        QVERIFY2(sizeof(packed) <= 120, qPrintable(QString::number(sizeof(packed))));
    }
};

QTEST_GUILESS_MAIN(TestRowSteps)
#include "tst_row_steps.moc"
