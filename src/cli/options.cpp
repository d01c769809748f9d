#include "cli/options.h"

#include "cli/cli_text.h"
#include "cli/terminal.h"
#include "services/connections/database_url.h"
#include "services/data_folder.h"

#include <CLI/CLI.hpp>

#include <QDir>

#include <iostream>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kUsageError = 2;

std::string text(const QString &sentence)
{
    return sentence.toStdString();
}

template<typename E>
std::vector<std::string> codesOf()
{
    std::vector<std::string> codes;
    for (const E value : allOf<E>())
        codes.emplace_back(codeOf(value).toString().toStdString());
    return codes;
}

/// What CLI11 writes into, before it becomes CliOptions.
struct Raw {
    std::string database, actAs, source, reportPath, report, owner, words, from, to, output;
    std::vector<std::string> statuses, regions, types, channels, priorities;
    std::string username, email, firstName, lastName, role = "seller", department, level;
    std::string environment, maintenance;
    int scale = 0, oldestClient = 0;
    bool passwordFromStdin = false, withoutPassword = false;
};

template<typename E>
QList<E> valuesOf(const std::vector<std::string> &codes)
{
    QList<E> values;
    for (const std::string &code : codes) {
        if (const auto value = fromCode<E>(QString::fromStdString(code)))
            values += *value;
    }
    return values;
}

QDate dayOf(const std::string &value)
{
    return QDate::fromString(QString::fromStdString(value), Qt::ISODate);
}

std::string refuseUnlessDay(const std::string &value)
{
    return dayOf(value).isValid() ? std::string()
                                  : text(CliText::tr("%1 is no date such as 2026-01-31").arg(QString::fromStdString(value)));
}

CLI::App *addVerb(CLI::App &app, const char *name, const QString &description, Raw &raw)
{
    CLI::App *verb = app.add_subcommand(name, text(description));
    verb->add_option("--database", raw.database,
                     text(CliText::tr("The database file (default: the program's), or postgresql://USER@HOST:PORT,HOST:PORT/DATABASE"
                                      "?sslmode=verify-full&sslrootcert=FILE")))
        ->type_name("PATH|URL");
    verb->add_flag(
        "--password-stdin", raw.passwordFromStdin,
        text(CliText::tr("Read passwords from standard input instead of the terminal: first the server's, then a new person's")));
    verb->add_flag("--no-password", raw.withoutPassword, text(CliText::tr("The server asks for no password (socket, certificate)")));
    return verb;
}

void addActor(CLI::App &verb, Raw &raw)
{
    verb.add_option("--as", raw.actAs, text(CliText::tr("The person who acts (default: the first active administrator)")))
        ->type_name("USERNAME");
}

void addImport(CLI::App &app, Raw &raw, CliOptions &options)
{
    CLI::App *verb = addVerb(app, "import",
                             CliText::tr("Import the prototype's data: a capture, its running HTTP API, or a corrected report"), raw);
    addActor(*verb, raw);
    verb->add_option("source", raw.source, text(CliText::tr("A capture (JSON), a corrected report (CSV), or an http address")))
        ->required()
        ->type_name("FILE|URL");
    verb->add_flag("--dry-run", options.import.dryRun, text(CliText::tr("Write nothing, only tell what would be done")));
    verb->add_option("--report", raw.reportPath,
                     text(CliText::tr("Write repairs and quarantine to this file, to be corrected and imported again")))
        ->type_name("CSV");
}

void addExport(CLI::App &app, Raw &raw, CliOptions &options)
{
    CLI::App *verb = addVerb(app, "export", CliText::tr("Export a report as CSV"), raw);
    addActor(*verb, raw);
    std::vector<std::string> reports = codesOf<ReportKind>();
    reports.emplace_back("history");
    verb->add_option("report", raw.report, text(CliText::tr("Which report")))
        ->required()
        ->check(CLI::IsMember(reports))
        ->type_name("REPORT");
    verb->add_option("-o,--output", raw.output, text(CliText::tr("The file to write")))->required()->type_name("FILE");
    verb->add_option("--status", raw.statuses, text(CliText::tr("Deals in this status; may be repeated")))
        ->check(CLI::IsMember(codesOf<DealStatus>()));
    verb->add_option("--region", raw.regions, text(CliText::tr("Deals of this region")))->check(CLI::IsMember(codesOf<Region>()));
    verb->add_option("--type", raw.types, text(CliText::tr("Deals of this type")))->check(CLI::IsMember(codesOf<DealType>()));
    verb->add_option("--channel", raw.channels, text(CliText::tr("Deals of this sales channel")))
        ->check(CLI::IsMember(codesOf<SalesChannel>()));
    verb->add_option("--priority", raw.priorities, text(CliText::tr("Deals of this priority")))->check(CLI::IsMember(codesOf<Priority>()));
    verb->add_option("--owner", raw.owner, text(CliText::tr("Deals of this person")))->type_name("USERNAME");
    verb->add_option("--text", raw.words, text(CliText::tr("Deals with this text in reference, name or client")));
    verb->add_option("--from", raw.from, text(CliText::tr("Created on this day or later")))->check(refuseUnlessDay)->type_name("DATE");
    verb->add_option("--to", raw.to, text(CliText::tr("Created on this day or before")))->check(refuseUnlessDay)->type_name("DATE");
    verb->add_flag("--expired", options.exporting.filter.expiredOnly, text(CliText::tr("Expired drafts only")));
    verb->add_flag("--needs-attention", options.exporting.filter.needsAttentionOnly, text(CliText::tr("Deals that need attention only")));
    verb->add_flag("--bom", options.exporting.output.byteOrderMark,
                   text(CliText::tr("Begin with a byte order mark, as some spreadsheets want it")));
}

void addUserVerbs(CLI::App &app, Raw &raw)
{
    CLI::App *user = app.add_subcommand("user", text(CliText::tr("People of the database")));
    user->require_subcommand(1);
    CLI::App *verb = addVerb(*user, "add", CliText::tr("Add a person; the first one of a database is its administrator"), raw);
    addActor(*verb, raw);
    verb->add_option("username", raw.username, text(CliText::tr("The user name to sign in with")))->required();
    verb->add_option("--email", raw.email, text(CliText::tr("The e-mail address")))->required();
    verb->add_option("--first-name", raw.firstName, text(CliText::tr("First name")));
    verb->add_option("--last-name", raw.lastName, text(CliText::tr("Last name")));
    verb->add_option("--role", raw.role, text(CliText::tr("What the person does")))->check(CLI::IsMember(codesOf<Role>()));
    verb->add_option("--department", raw.department, text(CliText::tr("The department of a reviewer")))
        ->check(CLI::IsMember(codesOf<Department>()));
    verb->add_option("--level", raw.level, text(CliText::tr("The approval level of an approver")))->type_name("CODE");
}

void addMigrate(CLI::App &app, Raw &raw, CliOptions &options)
{
    CLI::App *verb = addVerb(app, "migrate", CliText::tr("Create the database, or bring it to this program's version"), raw);
    verb->add_flag("--reload", options.setup.reloads, text(CliText::tr("On a server: put the stored logic back, whatever was done to it")));
    verb->add_option("--environment", raw.environment, text(CliText::tr("On a server: what it is for")))
        ->check(CLI::IsMember(codesOf<Environment>()));
    verb->add_option("--maintenance", raw.maintenance,
                     text(CliText::tr("On a server: close the desk with this text for people; “off” opens it again")))
        ->type_name("TEXT|off");
    verb->add_option("--oldest-client", raw.oldestClient, text(CliText::tr("On a server: older programs may not write any more")))
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
    CLI::Option *admin = verb->add_option("--admin", raw.username,
                                          text(CliText::tr("On a server without people: the first administrator")));
    admin->type_name("USERNAME");
    verb->add_option("--email", raw.email, text(CliText::tr("Their e-mail address")))->needs(admin);
    verb->add_option("--first-name", raw.firstName, text(CliText::tr("Their first name")))->needs(admin);
    verb->add_option("--last-name", raw.lastName, text(CliText::tr("Their last name")))->needs(admin);
}

void addDoctor(CLI::App &app, Raw &raw, CliOptions &options)
{
    CLI::App *verb = addVerb(app, "doctor", CliText::tr("Examine a deployment on a server, and say what to do"), raw);
    verb->add_flag("--json", options.asJson, text(CliText::tr("For machines: a list of findings as JSON")));
}

/// Ends the program with a sentence about wrong usage.
[[noreturn]] void refuseUsage(const QString &sentence)
{
    printError(sentence);
    throw CliExit{kUsageError};
}

void takeDatabase(const Raw &raw, CliOptions &options)
{
    const QString database = QString::fromStdString(raw.database);
    options.database = database.isEmpty() ? defaultDatabase() : QDir().absoluteFilePath(database);
    options.login = {raw.passwordFromStdin, raw.withoutPassword};
    if (!isServerUrl(database)) {
        if (options.verb == CliOptions::Verb::Doctor)
            refuseUsage(CliText::tr("The doctor examines servers: give --database postgresql://…"));
        return;
    }
    options.database = database;
    const auto server = serverFromUrl(database);
    if (!server)
        refuseUsage(server.error().data.value("reason"_L1).toString());
    if (server->username.isEmpty())
        refuseUsage(CliText::tr("The address names no login: postgresql://USER@…"));
    if (!raw.actAs.empty())
        refuseUsage(CliText::tr("On a server everybody acts as themselves: --as is for files."));
    options.server = *server;
}

void takeSetup(const Raw &raw, CliOptions &options)
{
    Deployment &deployment = options.setup.deployment;
    deployment.environment = fromCode<Environment>(QString::fromStdString(raw.environment));
    if (!raw.maintenance.empty())
        deployment.maintenance = raw.maintenance == "off" ? QString() : QString::fromStdString(raw.maintenance);
    if (raw.oldestClient > 0)
        deployment.oldestClient = raw.oldestClient;
    const bool isAboutServer = deployment.environment || deployment.maintenance || deployment.oldestClient || options.setup.reloads
        || !raw.username.empty();
    if (isAboutServer && !options.server)
        refuseUsage(CliText::tr("These options are for servers: give --database postgresql://…"));
    if (!raw.username.empty() && raw.email.empty())
        refuseUsage(CliText::tr("The first administrator needs an e-mail address: --email"));
    if (!raw.username.empty())
        options.setup.admin = NewAccount{QString::fromStdString(raw.username), QString::fromStdString(raw.email),
                                         QString::fromStdString(raw.firstName), QString::fromStdString(raw.lastName), QString()};
}

void take(const Raw &raw, CliOptions &options)
{
    takeDatabase(raw, options);
    if (options.verb == CliOptions::Verb::Migrate)
        takeSetup(raw, options);
    options.actAs = QString::fromStdString(raw.actAs);
    options.import.source = QString::fromStdString(raw.source);
    options.import.reportPath = QString::fromStdString(raw.reportPath);
    options.exporting.report = fromCode<ReportKind>(QString::fromStdString(raw.report));
    DealFilter &filter = options.exporting.filter;
    filter.statuses = valuesOf<DealStatus>(raw.statuses);
    filter.regions = valuesOf<Region>(raw.regions);
    filter.types = valuesOf<DealType>(raw.types);
    filter.channels = valuesOf<SalesChannel>(raw.channels);
    filter.priorities = valuesOf<Priority>(raw.priorities);
    filter.text = QString::fromStdString(raw.words);
    filter.createdFrom = dayOf(raw.from);
    filter.createdTo = dayOf(raw.to);
    options.exporting.owner = QString::fromStdString(raw.owner);
    options.exporting.output.filePath = QString::fromStdString(raw.output);
    options.user.username = QString::fromStdString(raw.username);
    options.user.email = QString::fromStdString(raw.email);
    options.user.firstName = QString::fromStdString(raw.firstName);
    options.user.lastName = QString::fromStdString(raw.lastName);
    options.user.role = fromCode<Role>(QString::fromStdString(raw.role)).value_or(Role::Seller);
    options.user.department = fromCode<Department>(QString::fromStdString(raw.department));
    options.user.level = QString::fromStdString(raw.level);
    if (raw.scale > 0)
        options.seedScale = raw.scale;
}

CliOptions::Verb verbOf(const CLI::App &app)
{
    if (app.got_subcommand("doctor"))
        return CliOptions::Verb::Doctor;
    if (app.got_subcommand("import"))
        return CliOptions::Verb::Import;
    if (app.got_subcommand("export"))
        return CliOptions::Verb::Export;
    if (app.got_subcommand("seed"))
        return CliOptions::Verb::Seed;
    return app.got_subcommand("user") ? CliOptions::Verb::AddUser : CliOptions::Verb::Migrate;
}

} // namespace

CliOptions cliOptionsFrom(int argc, char **argv)
{
    CliOptions options;
    Raw raw;
    CLI::App app(
        text(CliText::tr("The command line of Deal Desk. It works on the same databases, with the same services, as the program.")),
        "dealdeskctl");
    app.require_subcommand(1);
    app.set_version_flag("--version", "dealdeskctl " DEALDESK_VERSION);
    addMigrate(app, raw, options);
    addDoctor(app, raw, options);
    addImport(app, raw, options);
    addExport(app, raw, options);
    CLI::App *seed = addVerb(app, "seed", CliText::tr("Fill an empty database with the sample office, or with deals for measurements"),
                             raw);
    addActor(*seed, raw);
    seed->add_option("--scale", raw.scale, text(CliText::tr("This many deals of ten years instead of the sample office")))
        ->check(CLI::Range(1, 1'000'000))
        ->type_name("N");
    addUserVerbs(app, raw);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        throw CliExit{app.exit(error, std::cout, std::cerr) == 0 ? 0 : kUsageError};
    }
    options.verb = verbOf(app);
    take(raw, options);
    return options;
}

} // namespace dealdesk
