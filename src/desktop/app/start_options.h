#pragma once

#include "desktop/theme/theme.h"

#include <QStringList>

#include <optional>

namespace dealdesk {

/// What the command line asks for.
struct StartOptions {
    QString database;   ///< absolute path, or postgresql://…; empty: the connection used last
    QString connection; ///< name or id of a connection
    QString username;   ///< fills in the sign-in
    std::optional<ThemeChoice> theme;
    bool sample = false;
};

/// Handles --help, --version and mistakes itself, by ending the process.
StartOptions startOptionsFrom(const QStringList &arguments);

/// The database with the sample data.
QString sampleDatabase();

} // namespace dealdesk
