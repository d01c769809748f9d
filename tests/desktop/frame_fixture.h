#pragma once

#include "desktop/main_window/main_window.h"
#include "support/services/services_fixture.h"

#include <QTest>

namespace dealdesk::test {

/// Everything that a screen is given, for a person of the services' fixture, with the reference data loaded.
AppContext contextFor(ServicesFixture &fixture, const QString &username);

/// The one visible widget of that name; ends the test program when there is none.
template<typename Widget>
Widget *visible(QWidget *window, const QString &name)
{
    for (Widget *widget : window->findChildren<Widget *>(name)) {
        if (widget->isVisible())
            return widget;
    }
    qFatal("no visible widget %s", qPrintable(name));
}

/// Clicks the one visible button of that name, where it is after pending layouts.
void clickOn(QWidget *window, const QString &button);

/// Settings and application data of the test go to a folder of its own. Call before the first QSettings.
void isolateSettings();

} // namespace dealdesk::test
