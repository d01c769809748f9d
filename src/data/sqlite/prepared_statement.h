#pragma once

#include <QSqlQuery>

namespace dealdesk {

/// A statement that the driver has compiled, kept by its connection between uses.
struct PreparedStatement {
    QSqlQuery query;
    int binds = -1; ///< number of values; known after the first success
};

} // namespace dealdesk
