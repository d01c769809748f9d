#pragma once

#include "data/connection.h"
#include "services/doctor/finding.h"

namespace dealdesk {

/// What has to be there before a check can be made.
enum class CheckNeeds { Server, Roles, Schema };

/// A question to the database: resources/sql/postgresql/doctor/<name>.sql, a row for each thing that is not as it should be. The columns
/// stand in the sentences as %1, %2, ….
struct Check {
    const char *name;
    CheckNeeds needs;
    Finding::Severity severity;
    const char *what;
    const char *remedy;
};

const std::vector<Check> &checks();

/// Carries one out. A failure is that of the question itself.
Result<QList<Finding>> findingsOf(const Check &check, Connection &connection);

} // namespace dealdesk
