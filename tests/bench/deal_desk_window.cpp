// "Start to inbox" of the real thing: opens the database, enters as USER_ID and reports when the inbox has painted its tasks. Signing in is
// left out: an Argon2id verifier takes the time that it is meant to take.
//   start_dealdesk_window DATABASE USER_ID
#include "bench/ready.h"
#include "desktop/main_window/main_window.h"
#include "desktop/theme/theme.h"
#include "services/workspace.h"

#include <QApplication>
#include <QCoroTask>
#include <QListView>
#include <QStandardPaths>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace dealdesk;

namespace {

Actor reviewer(qint64 id)
{
    Actor actor;
    actor.id = UserId(id);
    actor.displayName = u"Bench"_s;
    actor.role = Role::DepartmentReviewer;
    actor.department = Department::Finance;
    return actor;
}

QCoro::Task<> enter(QString path, qint64 user, std::unique_ptr<MainWindow> *window)
{
    auto opening = Workspace::open({path}, Workspace::Upkeep::None);
    const auto workspace = co_await opening;
    if (!workspace) {
        QCoreApplication::exit(1);
        co_return;
    }
    AppContext context;
    context.session = std::make_shared<Session>(*workspace, reviewer(user));
    context.reference = std::make_shared<ReferenceStore>(context.session);
    context.navigator = std::make_shared<Navigator>();
    context.inbox = std::make_shared<InboxFeed>(context.session);
    context.journal = std::make_shared<DraftJournal>(DraftJournal::folderFor(path));
    const auto loading = context.reference->load();
    const auto loaded = co_await loading;
    if (!loaded) {
        QCoreApplication::exit(1);
        co_return;
    }
    *window = std::make_unique<MainWindow>(context);
    (*window)->resize(1200, 760);
    (*window)->showSection(Section::Inbox);
    (*window)->show();
    auto *list = (*window)->findChild<QListView *>(u"inboxList"_s);
    const auto *model = list->model();
    const auto watch = [list, model] {
        if (model->rowCount() > 0)
            bench::reportWhenPainted(list, [model] { return model->rowCount(); });
    };
    QObject::connect(model, &QAbstractItemModel::rowsInserted, list, watch,
                     Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    QObject::connect(model, &QAbstractItemModel::modelReset, list, watch,
                     Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    watch();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    applyTheme(application, ThemeChoice::Light);
    std::unique_ptr<MainWindow> window;
    const QString path = QApplication::arguments().value(1);
    const qint64 user = QApplication::arguments().value(2).toLongLong();
    const auto entering = enter(path, user, &window);
    QApplication::exec();
    std::_Exit(0); // measured is the start; an orderly end, as the program's own, would wait for what is still under way
}
