#include "services/doctor/checks.h"

#include "data/resource_text.h"
#include "data/rows.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr auto kContext = "dealdesk::Doctor";
constexpr auto Fault = Finding::Severity::Fault;
constexpr auto Advice = Finding::Severity::Advice;
using enum CheckNeeds;

const std::vector<Check> kServerChecks = {
    {"server_version", Server, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The server is PostgreSQL %1; Deal Desk needs 14 or newer."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Move the database to a newer server: docs/deployment.md says how.")},
    {"server_untried", Server, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "The server is PostgreSQL %1; Deal Desk was tried with 14 to 17."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Try an upgrade of Deal Desk, or carry on with care.")},
    {"encoding", Server, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The database's encoding is %1."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Create it anew with ENCODING 'UTF8'.")},
    {"clear_text", Server, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "This connection to %1 is not encrypted."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Switch TLS on at the server (ssl = on) and connect with sslmode=verify-full.")},
    {"tls_off", Server, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "The server offers no TLS, so nobody can connect to it from another machine."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Set ssl = on with a certificate of your authority, and hostssl lines in pg_hba.conf.")},
    {"tls_version", Server, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "This connection uses %1, which is broken."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Set ssl_min_protocol_version = 'TLSv1.2' at the server.")},
    {"tls_minimum", Server, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The server would also speak versions of TLS older than 1.2."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Set ssl_min_protocol_version = 'TLSv1.2' at the server.")},
    {"clear_sessions", Server, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "%2 session(s) of %1 come over the network without encryption."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Have only hostssl lines in pg_hba.conf for this database.")},
    {"isolation", Server, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Transactions here are %1 by default; commands refuse anything but read committed."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "ALTER DATABASE … SET default_transaction_isolation = 'read committed'.")},
    {"durability", Server, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "%1 is %2: what people were told is saved can be lost."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Set %1 = on.")},
    {"prepared_transactions", Server, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "max_prepared_transactions is %1: anybody could leave locks behind that nothing ends."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Set max_prepared_transactions = 0 and restart the server.")},
    {"password_encryption", Server, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "Passwords that are set by hand are stored as %1."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Set password_encryption = 'scram-sha-256', and such passwords anew.")},
    {"values_in_log", Server, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "%1 is %2: amounts and names can end up in the server's log."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Set it back, or treat the log as confidential as the database.")},
    {"idle_transactions", Server, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Whoever walks away within a transaction blocks upgrades for as long as they like."),
     QT_TRANSLATE_NOOP(
         "dealdesk::Doctor",
         "ALTER DATABASE … SET idle_in_transaction_session_timeout = '60s' (“dealdeskctl migrate” does, as the database's owner).")},
    {"long_transactions", Server, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "A transaction of %1 (process %2) is open for %3 minutes."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Ask the person to end it, or end it: SELECT pg_terminate_backend(%2).")},
    {"notify_queue", Server, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The server's queue of notices is %1 % full."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Find the session that listens and is in a transaction, and end it.")},
    {"wal_archive", Server, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "There is neither a standby nor an archive of the write-ahead log here."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor",
                       "A backup then loses what came after it: see docs/deployment.md. A managed service keeps its own.")},
    {"unused_slots", Server, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor",
                       "Nobody reads the replication slot %1, and the server keeps its log for it until the disk is full."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Start what reads it, or SELECT pg_drop_replication_slot('%1').")},
    {"synchronous_standby", Server, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Every save waits for the standby %1, and none is connected."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Start the standby, or take it out of synchronous_standby_names.")},
    {"public_other_databases", Server, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Everybody's login may connect to the database %1 as well."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "REVOKE CONNECT ON DATABASE %1 FROM PUBLIC (by its owner or a superuser).")},
    {"role_missing", Server, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The role %1 is not there."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Run “dealdeskctl migrate”.")},
};

const std::vector<Check> kRoleChecks = {
    {"role_attributes", Roles, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The role %1 has the attribute %2."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "ALTER ROLE %1 NO%2.")},
    {"group_memberships", Roles, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "The role %1 is a member of %2, so everybody can do what that role can."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "REVOKE %2 FROM %1.")},
    {"keeper_cannot_create", Roles, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The program may not make logins here."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor",
                       "Make people's logins by hand before they are added, or ALTER ROLE dealdesk_logins CREATEROLE.")},
    {"keeper_cannot_hand_on", Roles, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "The program may not make logins members of dealdesk_user."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "GRANT dealdesk_user TO dealdesk_logins WITH ADMIN OPTION.")},
    {"keeper_cannot_end_sessions", Roles, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor",
                       "The program may not end the sessions of whoever is switched off; their next step is refused all the same."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "GRANT pg_signal_backend TO dealdesk_logins.")},
    {"public_connect", Roles, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Everybody in the cluster may do this with the database %1: %2."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "REVOKE ALL ON DATABASE %1 FROM PUBLIC.")},
    {"public_create", Roles, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "People may create objects in the schema %1."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "REVOKE CREATE ON SCHEMA %1 FROM PUBLIC, dealdesk_user.")},
    {"public_plpgsql", Roles, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "People may write anonymous functions (the language plpgsql)."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor",
                       "REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC (by a superuser; a managed service may not allow it).")},
    {"public_large_objects", Roles, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "People may write large objects: %1."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor",
                       "REVOKE EXECUTE ON FUNCTION %1 FROM PUBLIC (by a superuser; a managed service may not allow it).")},
};

const std::vector<Check> kSchemaChecks = {
    {"row_security", Schema, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Row-level security is not forced on %1: people could see what they should not."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Run “dealdeskctl migrate --reload”.")},
    {"objects_altered", Schema, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The %1 %2 was changed by hand."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Run “dealdeskctl migrate --reload”; tables, columns and indexes have to be put back by hand.")},
    {"objects_missing", Schema, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The %1 %2 is missing."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Run “dealdeskctl migrate --reload”; tables, columns and indexes have to be put back by hand.")},
    {"objects_added", Schema, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The %1 %2 is not one of ours."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Find out whose it is, and drop it or move it elsewhere.")},
    {"server_upgraded", Schema, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "The server was upgraded to %1 since the stored logic was loaded."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Run “dealdeskctl migrate --reload”; until then objects may look changed that are not.")},
    {"indexes_invalid", Schema, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The index %1 is not valid, so it is not used."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "REINDEX INDEX CONCURRENTLY %1.")},
    {"nobody", Schema, Fault, QT_TRANSLATE_NOOP("dealdesk::Doctor", "There is no active administrator."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Run “dealdeskctl migrate --admin NAME --email ADDRESS” on a database without people.")},
    {"people_without_login", Schema, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "%1 has no login, so they cannot sign in."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Save the person in the program's administration, with a password.")},
    {"people_with_power", Schema, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "%1 can do what the role %2 can, which gets around the rules."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor",
                       "Give them a login of their own for administering the server, and take that role from this one.")},
    {"logins_without_person", Schema, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "The login %1 is a member of dealdesk_user, but nobody here has it."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "REVOKE dealdesk_user FROM %1, unless it belongs to another Deal Desk in this cluster.")},
    {"inactive_with_login", Schema, Advice,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "%1 is switched off here, and the login still works; it sees nothing."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "ALTER ROLE %1 NOLOGIN, where the login was made.")},
    {"connection_limit", Schema, Fault,
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "The server takes %1 connections, too few for %2 active people."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Raise max_connections; one connection per person and a tenth more.")},
    {"change_feed", Schema, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The list of changes has %1 rows; it should be short."),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Look for a transaction that is open for hours: it keeps the list from being shortened.")},
    {"maintenance", Schema, Advice, QT_TRANSLATE_NOOP("dealdesk::Doctor", "The desk is closed, nobody can write: “%1”"),
     QT_TRANSLATE_NOOP("dealdesk::Doctor", "Run “dealdeskctl migrate --maintenance off” when the work is done.")},
};

QString sentence(const char *text, const QStringList &columns)
{
    QString made = QCoreApplication::translate(kContext, text);
    for (qsizetype i = 0; i < columns.size(); ++i)
        made.replace(u'%' + QString::number(i + 1), columns.at(i));
    return made;
}

} // namespace

const std::vector<Check> &checks()
{
    static const std::vector<Check> all = [] {
        std::vector<Check> list = kServerChecks;
        list.insert(list.end(), kRoleChecks.begin(), kRoleChecks.end());
        list.insert(list.end(), kSchemaChecks.begin(), kSchemaChecks.end());
        return list;
    }();
    return all;
}

Result<QList<Finding>> findingsOf(const Check &check, Connection &connection)
{
    const QString name = QString::fromLatin1(check.name);
    const auto sql = resourceText(u":/sql/postgresql/doctor/%1.sql"_s.arg(name));
    if (!sql)
        return failure(sql.error());
    return readRows(connection, *sql, {}, [&](const Query &row) {
        QStringList columns;
        for (int i = 0; i < row.columnNames().size(); ++i)
            columns += row.text(i);
        return Finding{name, check.severity, sentence(check.what, columns), sentence(check.remedy, columns)};
    });
}

} // namespace dealdesk
