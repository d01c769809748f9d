#include "bench/operations.h"

#include "bench/measure.h"
#include "bench/resident.h"
#include "data/resource_text.h"
#include "data/rows.h"
#include "presentation/deal_list/deal_list_model.h"
#include "services/approval_service.h"
#include "services/deal_query_builder.h"
#include "services/deal_service.h"
#include "services/history_query.h"
#include "services/history_service.h"
#include "services/report_service.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

namespace {

constexpr int kRepeats = 15;
constexpr SqlDialect kSqlite(SqlDialect::Kind::Sqlite);

/// The active finance reviewer with the longest inbox.
Result<Actor> busiestReviewer(Workspace &workspace)
{
    auto job = [](Connection &connection) {
        return readRows(
            connection,
            u"SELECT u.id, u.username FROM users u WHERE u.role = 'department_reviewer' AND u.department = 'finance' AND u.is_active "
            "ORDER BY (SELECT count(*) FROM inbox i WHERE i.user_id = u.id) DESC LIMIT 1"_s,
            {}, [](const Query &row) {
                Actor actor;
                actor.id = UserId(row.integer(0));
                actor.username = actor.displayName = row.text(1);
                actor.role = Role::DepartmentReviewer;
                actor.department = Department::Finance;
                return actor;
            });
    };
    auto future = workspace.executor().run(job);
    const auto actors = future.result();
    if (!actors)
        return failure(actors.error());
    return actors->isEmpty() ? failure(ErrorCode::NotFound, u"no finance reviewer"_s) : Result<Actor>(actors->first());
}

class Operations {
public:
    Operations(QString path, std::shared_ptr<Workspace> workspace, Actor actor)
        : m_path(std::move(path)), m_actor(actor), m_session(std::make_shared<Session>(std::move(workspace), actor))
    {
    }

    void measurePage(const QString &name, DealPageRequest request)
    {
        const DealService deals(*m_session);
        measure(name, dealPageStatement(request, m_actor, kSqlite), [&] {
            const auto page = QCoro::waitFor(deals.page(request));
            return page ? page->rows.size() : 0;
        });
    }

    void measureInbox()
    {
        const ApprovalService approvals(*m_session);
        const SqlText same{resourceText(u":/sql/common/reads/inbox.sql"_s).value_or(QString()), {m_actor.id.value()}};
        measure(u"inbox"_s, same, [&] {
            const auto tasks = QCoro::waitFor(approvals.inbox());
            return tasks ? tasks->size() : 0;
        });
    }

    void measureDetail()
    {
        const DealService deals(*m_session);
        DealPageRequest request;
        request.filter.statuses = {DealStatus::Signed};
        request.limit = 1;
        const auto page = QCoro::waitFor(deals.page(request));
        if (!page || page->rows.isEmpty())
            return;
        const DealId deal = page->rows.first().id;
        measure(u"deal detail (all of its page)"_s, {}, [&] { return QCoro::waitFor(deals.detail(deal)) ? 1 : 0; });
    }

    void measureSearch(const QString &text)
    {
        const DealService deals(*m_session);
        measure(u"search “%1”"_s.arg(text), dealSearchStatement(text, 20, m_actor, kSqlite), [&] {
            const auto hits = QCoro::waitFor(deals.search(text, 20));
            return hits ? hits->size() : 0;
        });
    }

    void measureHistory()
    {
        const HistoryService history(*m_session);
        measure(u"history, first 100 events"_s, historyPageStatement({}, {}, 100, m_actor, kSqlite), [&] {
            const auto page = QCoro::waitFor(history.page({}, {}, 100));
            return page ? page->events.size() : 0;
        });
    }

    /// Scrolls the Deals model to its end; returns the growth of resident memory in KiB.
    qint64 measureScroll()
    {
        const qint64 before = residentKiB();
        DealListModel model(m_session);
        QElapsedTimer timer;
        timer.start();
        model.setQuery({}, DealSort::CreatedAt, true);
        qint64 rows = -1;
        while (rows != model.rowCount() || model.canFetchMore({}) || model.state() == DealListModel::State::Loading) {
            rows = model.rowCount();
            model.fetchMore({});
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 1000);
        }
        Measured scroll{u"scrolling through all deals"_s, double(timer.nsecsElapsed()) / 1e6, {}, model.rowCount()};
        m_measured.append(scroll);
        return residentKiB() - before;
    }

    void measureExport(ReportKind kind, const QString &view)
    {
        QTemporaryDir folder;
        const ReportService reports(*m_session);
        const QString ours = folder.filePath(u"ours.csv"_s);
        QElapsedTimer timer;
        timer.start();
        const auto summary = QCoro::waitFor(reports.exportCsv({kind, {}}, {ours, false}, std::make_shared<ExportProgress>()));
        const double milliseconds = double(timer.nsecsElapsed()) / 1e6;
        const auto shell = shellCsvSeconds(m_path, u"SELECT * FROM "_s + view, folder.filePath(u"shell.csv"_s));
        m_measured.append({u"CSV export, %1"_s.arg(codeOf(kind)), milliseconds, shell ? std::optional(*shell * 1000) : std::nullopt,
                           summary ? summary->rows : 0});
    }

    [[nodiscard]] const QList<Measured> &measured() const { return m_measured; }

private:
    template<typename Call>
    void measure(const QString &name, const SqlText &same, Call call)
    {
        Measured measured{name, 0, {}, 0};
        measured.milliseconds = medianMilliseconds(kRepeats, [&] { measured.rows = call(); });
        if (!same.sql.isEmpty())
            measured.shellMilliseconds = shellMilliseconds(m_path, same.sql, same.values);
        m_measured.append(measured);
    }

    QString m_path;
    Actor m_actor;
    std::shared_ptr<Session> m_session;
    QList<Measured> m_measured;
};

DealPageRequest pageSortedBy(DealSort sort, bool descending)
{
    DealPageRequest request;
    request.sort = sort;
    request.descending = descending;
    return request;
}

} // namespace

Result<Measurements> measureOperations(const QString &databasePath)
{
    auto opened = QCoro::waitFor(Workspace::open({databasePath}));
    if (!opened)
        return failure(opened.error());
    while (!(*opened)->isHouseKept())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 200);
    const auto actor = busiestReviewer(**opened);
    if (!actor)
        return failure(actor.error());

    Operations run(databasePath, *opened, *actor);
    run.measurePage(u"Deals, newest 100"_s, pageSortedBy(DealSort::CreatedAt, true));
    run.measurePage(u"Deals by client"_s, pageSortedBy(DealSort::Client, false));
    run.measurePage(u"Deals by top revenue"_s, pageSortedBy(DealSort::TopRevenue, true));
    run.measurePage(u"Deals by reference"_s, pageSortedBy(DealSort::Reference, true));
    DealPageRequest negotiating = pageSortedBy(DealSort::CreatedAt, true);
    negotiating.filter.statuses = {DealStatus::Negotiating, DealStatus::UnderReview};
    negotiating.filter.regions = {Region::West};
    run.measurePage(u"Deals, two statuses in the west"_s, negotiating);
    run.measureInbox();
    run.measureDetail();
    run.measureSearch(u"renewal"_s);
    run.measureSearch(u"DEAL-2024-01"_s);
    run.measureHistory();
    const qint64 growth = run.measureScroll();
    run.measureExport(ReportKind::Pipeline, u"report_pipeline"_s);
    run.measureExport(ReportKind::TierLines, u"report_tier_lines"_s);
    return Measurements{run.measured(), growth, actor->id.value()};
}

} // namespace dealdesk::bench
