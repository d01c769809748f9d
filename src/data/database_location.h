#pragma once

#include <QString>

namespace dealdesk {

/// Where a database is. Embedded: a file; servers follow.
struct DatabaseLocation {
    QString filePath;
};

} // namespace dealdesk
