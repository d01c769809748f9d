#include "support/crash/desk_context.h"

#include "support/services/services_fixture.h"

namespace dealdesk::test {

AppContext deskContext(const std::shared_ptr<Workspace> &workspace, const QString &username, const QString &journalFolder)
{
    const SignedIn signedIn = awaitValue(AccountService(workspace).signIn(username, kPassword));
    AppContext context;
    context.session = std::make_shared<Session>(workspace, signedIn.actor);
    context.reference = std::make_shared<ReferenceStore>(context.session);
    context.navigator = std::make_shared<Navigator>();
    context.inbox = std::make_shared<InboxFeed>(context.session);
    context.journal = std::make_shared<DraftJournal>(journalFolder);
    awaitValue(context.reference->load());
    return context;
}

} // namespace dealdesk::test
