#pragma once

namespace dealdesk {

/// What this program knows of a server's commands and views. A server says which numbers it still serves (dealdesk.deployment), so that old
/// and new programs work side by side during an upgrade. A safety rail, not security: raise it when a command's arguments change.
inline constexpr int kClientContract = 1;

} // namespace dealdesk
