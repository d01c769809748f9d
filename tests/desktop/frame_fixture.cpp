#include "frame_fixture.h"

#include <QAbstractButton>
#include <QSettings>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

AppContext contextFor(ServicesFixture &fixture, const QString &username)
{
    AppContext context;
    context.session = fixture.session(username);
    context.reference = std::make_shared<ReferenceStore>(context.session);
    context.navigator = std::make_shared<Navigator>();
    context.inbox = std::make_shared<InboxFeed>(context.session);
    context.inbox->held()->setHoldTime({}); // decisions are sent at once, unless a test is about that
    context.journal = std::make_shared<DraftJournal>(DraftJournal::folderFor(fixture.location(username).key()));
    if (fixture.location().isServer()) {
        context.connection.kind = ProfileKind::PostgreSql;
        context.connection.name = u"Test server"_s;
    }
    if (!await(context.reference->load()))
        qFatal("no reference data");
    return context;
}

void clickOn(QWidget *window, const QString &button)
{
    QCoreApplication::processEvents();
    QTest::mouseClick(visible<QAbstractButton>(window, button), Qt::LeftButton);
}

void isolateSettings()
{
    static const QTemporaryDir folder;
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"DealDeskTests"_s);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
}

} // namespace dealdesk::test
