#pragma once

#include "presentation/app_context.h"
#include "support/services/services_fixture.h"

#include <QTemporaryDir>

namespace dealdesk::test {

/// What a screen is given, for one of the fixture's people; the reference data is loaded.
inline AppContext contextFor(ServicesFixture &fixture, const QString &username)
{
    static const QTemporaryDir journals;
    AppContext context;
    context.session = fixture.session(username);
    context.reference = std::make_shared<ReferenceStore>(context.session);
    context.navigator = std::make_shared<Navigator>();
    context.inbox = std::make_shared<InboxFeed>(context.session);
    context.journal = std::make_shared<DraftJournal>(journals.filePath(username));
    // A load that a change of data overtakes is cancelled in favour of the newer one.
    while (!context.reference->isReady()) {
        const Status loaded = await(context.reference->load());
        if (!loaded && loaded.error().code != ErrorCode::Cancelled)
            qFatal("no reference data: %s", qPrintable(loaded.error().detail));
    }
    return context;
}

} // namespace dealdesk::test
