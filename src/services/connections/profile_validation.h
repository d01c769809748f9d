#pragma once

#include "services/connections/connection_profile.h"

namespace dealdesk {

enum class ProfileField { Name, FilePath, Hosts, Database, Tls, RootCertificate, TokenCommand, Username };

struct ProfileProblem {
    ProfileField field = ProfileField::Name;
    QString sentence; ///< what is wrong and what to do

    friend bool operator==(const ProfileProblem &, const ProfileProblem &) = default;
};

/// Everything that is wrong with a profile, at most one problem per field. `others` are the profiles whose names are taken.
/// `hosts` is what was typed for profile.hosts, empty where nothing could be read of it.
QList<ProfileProblem> problemsOf(const ConnectionProfile &profile, const QString &hosts, const QList<ConnectionProfile> &others);

} // namespace dealdesk
