#pragma once

#include "services/report_service.h"
#include "services/server_setup.h"

#include <QString>

#include <optional>

namespace dealdesk {

/// What the command line asks for; a value for each sub-command.
struct CliOptions {
    enum class Verb { Migrate, Doctor, Import, Export, Seed, AddUser };
    Verb verb = Verb::Migrate;
    QString database; ///< absolute path, or the server's address as it was given
    std::optional<ServerLocation> server;
    QString actAs; ///< in a file, username of the administrator who acts; empty: the first active one

    struct Login {                      ///< at a server
        bool passwordFromStdin = false; ///< its first line
        bool withoutPassword = false;   ///< the server knows who it is: a socket's user, a certificate
    } login;

    ServerSetup setup;
    bool asJson = false; ///< what the doctor says

    struct Import {
        QString source; ///< path or http(s) address
        bool dryRun = false;
        QString reportPath;
    } import;

    struct Export {
        std::optional<ReportKind> report; ///< nothing: the history of everything
        DealFilter filter;
        QString owner; ///< username
        ExportOptions output;
    } exporting;

    std::optional<int> seedScale; ///< nothing: the sample office

    struct NewUser {
        QString username;
        QString email;
        QString firstName;
        QString lastName;
        Role role = Role::Seller;
        std::optional<Department> department;
        QString level;
    } user;
};

/// Thrown out of parsing with the status that the program ends with: 0 after --help and --version, 2 for a mistake.
struct CliExit {
    int status;
};

/// Prints help and mistakes itself.
CliOptions cliOptionsFrom(int argc, char **argv);

} // namespace dealdesk
