#include "desktop/app/desk_application.h"
#include "desktop/app/settings.h"
#include "desktop/theme/icons.h"
#include "services/data_folder.h"
#include "services/logging.h"
#include "services/translations.h"

#include <QApplication>

using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    dealdesk::nameApplication();
    QApplication::setApplicationDisplayName(u"Deal Desk"_s);
    QApplication::setDesktopFileName(u"dealdesk"_s);
    QApplication::setWindowIcon(dealdesk::applicationIcon());
    dealdesk::installTranslations(application);
    const auto options = dealdesk::startOptionsFrom(QApplication::arguments());
    dealdesk::startLogging();
    dealdesk::applyTheme(application, options.theme.value_or(dealdesk::settings::theme()));

    dealdesk::DeskApplication desk(options);
    desk.start();
    const int status = QApplication::exec();
    desk.finish();
    return status;
}
