#include "cli/verbs.h"
#include "services/data_folder.h"
#include "services/logging.h"
#include "services/translations.h"

#include <QCoreApplication>

namespace {

int run(const dealdesk::CliOptions &options)
{
    switch (options.verb) {
    case dealdesk::CliOptions::Verb::Migrate: return dealdesk::migrate(options);
    case dealdesk::CliOptions::Verb::Doctor: return dealdesk::examineServer(options);
    case dealdesk::CliOptions::Verb::Import: return dealdesk::importData(options);
    case dealdesk::CliOptions::Verb::Export: return dealdesk::exportReport(options);
    case dealdesk::CliOptions::Verb::Seed: return dealdesk::seed(options);
    case dealdesk::CliOptions::Verb::AddUser: return dealdesk::addUser(options);
    }
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    dealdesk::nameApplication();
    dealdesk::installTranslations(application);
    dealdesk::startLogging();
    try {
        return run(dealdesk::cliOptionsFrom(argc, argv));
    } catch (const dealdesk::CliExit &exit) {
        return exit.status;
    }
}
