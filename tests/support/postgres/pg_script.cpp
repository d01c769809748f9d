#include "support/postgres/pg_script.h"

#include "support/postgres/psql.h"
#include "support/test_paths.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

QString scriptsOf(const QString &folder)
{
    const QDir scripts(sourcePath(u"resources/sql/postgresql/"_s + folder));
    QString text;
    for (const QString &name : scripts.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(scripts.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        text += QString::fromUtf8(file.readAll()) + u'\n';
    }
    return text;
}

QString as(const QString &role, const QString &script)
{
    return u"SET LOCAL ROLE %1;\n%2\nRESET ROLE;\n"_s.arg(role, script);
}

const QString kVersionTables =
    u"CREATE TABLE dealdesk.schema_version (step int PRIMARY KEY, version text NOT NULL, name text NOT NULL,"
    " applied_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(), applied_by text NOT NULL);"
    "CREATE TABLE dealdesk.stored_logic (id int PRIMARY KEY CHECK (id = 1), digest text NOT NULL, loaded_by text NOT NULL,"
    " loaded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp());"_s;

} // namespace

void loadPgScripts(const QString &connectionText)
{
    const QString owner = u"dealdesk_owner"_s;
    const QString commands = u"dealdesk_commands"_s;
    Psql session(connectionText);
    session.must(
        "BEGIN;"_L1 + scriptsOf(u"roles"_s) + as(owner, scriptsOf(u"schema"_s) + kVersionTables)
        + as(owner, u"GRANT CREATE ON SCHEMA dealdesk, dealdesk_steps TO dealdesk_commands, dealdesk_logins;"_s)
        + as(commands, scriptsOf(u"access"_s)) + as(owner, scriptsOf(u"views"_s) + scriptsOf(u"guards"_s))
        + as(u"dealdesk_logins"_s, scriptsOf(u"logins"_s)) + as(commands, scriptsOf(u"commands"_s))
        + as(owner, scriptsOf(u"grants"_s) + "REVOKE CREATE ON SCHEMA dealdesk, dealdesk_steps FROM dealdesk_commands, dealdesk_logins;"_L1)
        + "COMMIT"_L1);
}

} // namespace dealdesk::test
