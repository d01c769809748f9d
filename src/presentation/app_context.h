#pragma once

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
    ConnectionProfile connection; ///< how the session came about; its environment is what the database says
};

} // namespace dealdesk
