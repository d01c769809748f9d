#include "cli/cli_text.h"
#include "cli/office.h"
#include "cli/server_login.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "services/account_service.h"
#include "services/admin_service.h"
#include "services/sample/sample_data.h"
#include "services/sample/seed_service.h"
#include "services/sample/server_sample.h"

#include <QCoroTask>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

int failed(const Error &error)
{
    printError(error);
    return 1;
}

int setUp(const CliOptions &options)
{
    ServerSetup setup = options.setup;
    setup.adminPassword = [&options] {
        return readPassword(CliText::tr("Password for %1:").arg(options.setup.admin->username), options.login.passwordFromStdin);
    };
    if (const Status done = setUpServer(locationOf(options), setup); !done) {
        if (setup.admin && done.error().code == ErrorCode::Forbidden && done.error().data.contains("people"_L1)) {
            printError(CliText::tr("There are people already: one of their administrators adds more."));
            return 1;
        }
        printError(done.error());
        if (!done.error().detail.isEmpty())
            printError(u'(' + done.error().detail + u')');
        return 1;
    }
    print(CliText::tr("%1 is ready.").arg(options.database));
    return 0;
}

void printFilled(const CliOptions &options)
{
    print(CliText::tr("%1 is filled. Sign in as %2 with the password %3.")
              .arg(options.database, samplePeople().first().username, QString::fromLatin1(kSamplePassword)));
}

int seedServer(const CliOptions &options)
{
    if (options.seedScale) {
        printError(CliText::tr("Deals for measurements are for files. A server is measured by “./dev bench --database postgresql”."));
        return 1;
    }
    const Status done = createServerSample(locationOf(options));
    if (!done && done.error().data.contains("environment"_L1)) {
        printError(CliText::tr("This database is for production, and everybody knows the sample's password. "
                               "“dealdeskctl migrate --environment test” says otherwise."));
        return 1;
    }
    if (!done && done.error().code == ErrorCode::Forbidden && !done.error().data.contains("field"_L1)) {
        printError(CliText::tr("Only an empty database can be filled; this one has people or deals already."));
        return 1;
    }
    if (!done)
        return failed(done.error());
    printFilled(options);
    return 0;
}

Status seedForMeasurements(const std::shared_ptr<Workspace> &workspace, const CliOptions &options)
{
    const AccountService accounts(workspace);
    auto asking = accounts.needsFirstAdmin();
    const auto isNew = QCoro::waitFor(asking);
    if (!isNew)
        return failure(isNew.error());
    if (*isNew) {
        const SamplePerson &admin = samplePeople().first();
        auto creating = accounts.createFirstAdmin(
            {admin.username, admin.email(), admin.firstName, admin.lastName, QString::fromLatin1(kSamplePassword)});
        if (const Status created = QCoro::waitFor(creating); !created)
            return created;
    }
    const auto session = sessionFor(workspace, options.actAs);
    if (!session)
        return failure(session.error());
    const SeedService service(**session);
    auto seeding = service.seedForMeasurements(*options.seedScale);
    return QCoro::waitFor(seeding);
}

Status addPerson(const std::shared_ptr<Workspace> &workspace, const CliOptions &options, const QString &password)
{
    const auto &user = options.user;
    const AccountService accounts(workspace);
    auto asking = accounts.needsFirstAdmin();
    const auto isNew = QCoro::waitFor(asking);
    if (!isNew)
        return failure(isNew.error());
    if (*isNew) {
        auto creating = accounts.createFirstAdmin({user.username, user.email, user.firstName, user.lastName, password});
        return QCoro::waitFor(creating);
    }
    const auto session = sessionFor(workspace, options.actAs);
    if (!session)
        return failure(session.error());
    Person person;
    person.username = user.username;
    person.email = user.email;
    person.firstName = user.firstName;
    person.lastName = user.lastName;
    person.role = user.role;
    person.department = user.department;
    person.approvalLevel = user.level;
    const AdminService service(**session);
    auto saving = service.savePerson(person, password);
    return QCoro::waitFor(saving);
}

} // namespace

int migrate(const CliOptions &options)
{
    if (options.server)
        return setUp(options);
    const auto workspace = openDatabase(options, true);
    if (!workspace)
        return failed(workspace.error());
    print(CliText::tr("%1 is ready.").arg(options.database));
    return 0;
}

int seed(const CliOptions &options)
{
    if (options.server)
        return seedServer(options);
    const auto workspace = openDatabase(options, true);
    if (!workspace)
        return failed(workspace.error());
    const SampleData sample(*workspace);
    Status done = Nothing{};
    if (options.seedScale) {
        done = seedForMeasurements(*workspace, options);
    } else {
        auto creating = sample.create();
        done = QCoro::waitFor(creating);
    }
    if (!done && (done.error().code == ErrorCode::Invalid || done.error().code == ErrorCode::Forbidden)) {
        printError(CliText::tr("Only an empty database can be filled; this one has people or deals already."));
        return 1;
    }
    if (!done)
        return failed(done.error());
    printFilled(options);
    return 0;
}

int addUser(const CliOptions &options)
{
    const auto workspace = openDatabase(options, true); // reads the login's password first
    if (!workspace)
        return failed(workspace.error());
    const auto password = readPassword(CliText::tr("Password for %1:").arg(options.user.username), options.login.passwordFromStdin);
    if (!password) {
        printError(CliText::tr("No password was given."));
        return 1;
    }
    if (const Status added = addPerson(*workspace, options, *password); !added)
        return failed(added.error());
    print(CliText::tr("%1 may sign in now.").arg(options.user.username));
    return 0;
}

} // namespace dealdesk
