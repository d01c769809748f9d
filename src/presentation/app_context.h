#pragma once

#include "presentation/inbox/inbox_feed.h"
#include "presentation/navigation/navigator.h"
#include "presentation/reference/reference_store.h"
#include "services/connections/connection_profile.h"
#include "services/draft_journal.h"
#include "services/session.h"

#include <memory>

namespace dealdesk {

/// What every screen is given. The members outlive all screens.
struct AppContext {
    std::shared_ptr<Session> session;
    std::shared_ptr<ReferenceStore> reference;
    std::shared_ptr<Navigator> navigator;
    std::shared_ptr<DraftJournal> journal;
    std::shared_ptr<InboxFeed> inbox; ///< what waits for the person, and what that person has just decided
    ConnectionProfile connection;     ///< how the session came about; its environment is what the database says
};

} // namespace dealdesk
