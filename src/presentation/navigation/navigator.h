#pragma once

#include "core/ids.h"
#include "domain/values.h"

#include <QObject>

namespace dealdesk {

/// How screens ask the frame for other screens, without knowing them.
class Navigator : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void dealRequested(dealdesk::DealId deal);   ///< the deal's page, in a tab
    void editorRequested(dealdesk::DealId deal); ///< the editor on a draft or negotiating deal
    void newDealRequested(dealdesk::DraftType type);
    void closeRequested(QObject *page);      ///< the page (a widget) is done
    void statusMessage(const QString &text); ///< a passing word in the status bar
};

} // namespace dealdesk
