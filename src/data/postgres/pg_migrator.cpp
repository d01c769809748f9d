#include "data/postgres/pg_migrator.h"

#include "data/resource_text.h"
#include "data/rows.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRandomGenerator>
#include <QThread>
#include <QVersionNumber>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kAttempts = 80;
constexpr int kPauseMs = 300;       ///< and as much again by chance
constexpr int kSilenceMs = 600'000; ///< a new index takes its time

const QString kOwner = u"dealdesk_owner"_s;

/// The folders of the stored logic in their order, and whose each is.
struct Part {
    QString folder;
    QString role;
};

const QList<Part> &logicParts()
{
    static const QList<Part> parts = {
        {u"access"_s, u"dealdesk_commands"_s},   {u"views"_s, kOwner}, {u"guards"_s, kOwner}, {u"logins"_s, u"dealdesk_logins"_s},
        {u"commands"_s, u"dealdesk_commands"_s}, {u"grants"_s, kOwner}};
    return parts;
}

const QString kVersionTables =
    u"CREATE TABLE IF NOT EXISTS dealdesk.schema_version (step integer PRIMARY KEY, version text NOT NULL, "
    "name text NOT NULL, applied_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(), applied_by text NOT NULL); "
    "CREATE TABLE IF NOT EXISTS dealdesk.stored_logic (id integer PRIMARY KEY CHECK (id = 1), digest text NOT NULL, "
    "loaded_by text NOT NULL, loaded_at timestamptz(3) NOT NULL DEFAULT clock_timestamp())"_s;

/// By the catalogue, which needs no right to the schema.
const QString kHasVersions =
    u"EXISTS (SELECT 1 FROM pg_catalog.pg_tables t WHERE t.schemaname = 'dealdesk' AND t.tablename = 'schema_version')"_s;

/// The key of the lock under which an empty database is set up; there is no table to lock yet.
const QString kFirstLock = u"SELECT pg_advisory_xact_lock(7310305170001)"_s;

} // namespace

PgMigrator::PgMigrator(PgConnection &connection, QString folder, int serverVersion)
    : m_connection(connection)
    , m_folder(std::move(folder))
    , m_serverVersion(serverVersion > 0 ? serverVersion : PQserverVersion(connection.link().handle()))
{
}

/// Views that read with the rights of whoever asks. Before that, folder before_15 makes up for it.
bool PgMigrator::hasInvokerViews() const
{
    constexpr int kFirst = 150'000;
    return m_serverVersion >= kFirst;
}

QString PgMigrator::forServer(QString script) const
{
    return hasInvokerViews() ? script : script.remove(" WITH (security_invoker = true)"_L1);
}

QStringList PgMigrator::filesOf(const QString &part) const
{
    const QString folder = m_folder + u'/' + part;
    QStringList paths;
    const QStringList names = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names)
        paths.append(folder + u'/' + name);
    return paths;
}

Result<QString> PgMigrator::digest() const
{
    QStringList paths;
    for (const Part &part : logicParts())
        paths += filesOf(part.folder);
    if (!hasInvokerViews())
        paths += filesOf(u"before_15/load"_s);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &path : std::as_const(paths)) {
        const auto text = resourceText(path);
        if (!text)
            return failure(text.error());
        hash.addData(text->toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

Result<PgMigrator::State> PgMigrator::state()
{
    auto steps = schemaSteps(m_folder + "/schema"_L1);
    if (!steps)
        return failure(steps.error());
    const auto present = readRows(m_connection, u"SELECT to_regnamespace('dealdesk') IS NOT NULL, "_s + kHasVersions, {},
                                  [](const Query &row) { return std::pair(row.flag(0), row.flag(1)); });
    if (!present)
        return failure(present.error());
    if (!present->first().first)
        return State{true, {}, *steps, false};
    if (!present->first().second)
        return failure(ErrorCode::DatabaseCorrupt, u"the schema dealdesk is somebody else's"_s);

    const auto applied = readRows(m_connection, u"SELECT step, version FROM dealdesk.schema_version ORDER BY step"_s, {},
                                  [](const Query &row) { return std::pair(int(row.integer(0)), row.text(1)); });
    const auto logic = isLogicCurrent(false);
    if (!applied || !logic)
        return failure(applied ? logic.error() : applied.error());
    State state{applied->isEmpty(), applied->isEmpty() ? QString() : applied->last().second, {}, *logic};
    if (!applied->isEmpty() && !steps->isEmpty() && applied->last().first > steps->last().number) {
        return failure(ErrorCode::DatabaseTooNew, u"step %1 found, %2 known"_s.arg(applied->last().first).arg(steps->last().number),
                       {{u"found"_s, state.foundVersion}, {u"supported"_s, steps->last().version}});
    }
    for (const SchemaStep &step : std::as_const(*steps)) {
        const auto isThis = [&](const auto &row) { return row.first == step.number; };
        if (std::none_of(applied->begin(), applied->end(), isThis))
            state.pending.append(step);
    }
    return state;
}

Result<bool> PgMigrator::isLogicCurrent(bool isEmpty)
{
    const auto own = digest();
    if (isEmpty || !own)
        return own ? Result<bool>(false) : failure(own.error());
    const auto loaded = readRows(m_connection, u"SELECT digest, loaded_by FROM dealdesk.stored_logic"_s, {},
                                 [](const Query &row) { return std::pair(row.text(0), row.text(1)); });
    if (!loaded)
        return failure(loaded.error());
    if (loaded->isEmpty())
        return false;
    return loaded->first().first == *own
        || QVersionNumber::fromString(loaded->first().second) > QVersionNumber::fromString(QStringLiteral(DEALDESK_VERSION));
}

Status PgMigrator::migrate(Reload reload)
{
    m_connection.link().setSilenceLimit(kSilenceMs);
    Status done = Nothing{};
    for (int attempt = 1; attempt <= kAttempts; ++attempt) {
        done = m_connection.inWriteTransaction([&] { return migrateOnce(reload); });
        if (done || done.error().code != ErrorCode::DatabaseBusy || m_connection.isClosing())
            break;
        QThread::msleep(kPauseMs + QRandomGenerator::global()->bounded(kPauseMs));
    }
    return done;
}

Status PgMigrator::migrateOnce(Reload reload)
{
    if (const Status alone = beginAlone(); !alone)
        return alone;
    const auto found = state();
    if (!found)
        return failure(found.error());
    if (const Status roles = runFolder(u"roles"_s); !roles)
        return roles;
    if (found->pending.isEmpty() && found->isLogicCurrent && reload == Reload::WhenDifferent)
        return Nothing{};
    if (!found->isEmpty) {
        const Status given = hasInvokerViews() ? Status(Nothing{}) : runFolder(u"before_15/reload"_s);
        const Status dropped = given ? runAs(kOwner, u"reload"_s) : given;
        if (!dropped)
            return dropped;
    }
    if (const Status applied = applySteps(found->pending); !applied)
        return applied;
    return loadLogic();
}

/// A lock of others is waited for briefly: behind ours, everybody else waits as well. Shorter than the server's deadlock_timeout, so that
/// whoever would wait for us in a circle never hears of it.
Status PgMigrator::beginAlone()
{
    const auto execute = [this](const QString &sql) { return m_connection.execute(sql, sql); };
    for (const QString &setting :
         {u"SET LOCAL lock_timeout = '400ms'"_s, u"SET LOCAL statement_timeout = 0"_s, u"SET LOCAL client_min_messages = warning"_s}) {
        if (const Status set = execute(setting); !set)
            return set;
    }
    const auto isThere = [this] {
        return readRows(m_connection, u"SELECT "_s + kHasVersions, {}, [](const Query &row) { return row.flag(0); });
    };
    auto there = isThere();
    if (there && !there->first()) {
        const auto locked = readRows(m_connection, kFirstLock, {}, [](const Query &) { return 0; });
        there = locked ? isThere() : failure(locked.error());
    }
    if (!there)
        return failure(there.error());
    return there->first() ? execute(u"LOCK TABLE dealdesk.schema_version IN EXCLUSIVE MODE"_s) : Status(Nothing{});
}

Status PgMigrator::applySteps(const QList<SchemaStep> &steps)
{
    Status done = become(kOwner);
    if (done)
        done = m_connection.runScript(kVersionTables, u"version tables"_s);
    for (const SchemaStep &step : steps) {
        if (done)
            done = apply(step);
    }
    return done ? become({}) : done;
}

Status PgMigrator::apply(const SchemaStep &step)
{
    const auto text = resourceText(step.path);
    if (!text)
        return failure(text.error());
    if (const Status done = m_connection.runScript(*text, u"schema step %1"_s.arg(step.number)); !done)
        return done;
    spdlog::info("schema step {} ({}) applied", step.number, step.version.toStdString());
    auto row = m_connection.prepare(u"INSERT INTO dealdesk.schema_version (step, version, name, applied_by) VALUES (?, ?, ?, ?)"_s,
                                    u"schema_version"_s);
    if (!row)
        return failure(row.error());
    row->bind(step.number).bind(step.version).bind(step.name);
    return row->bind(QStringLiteral("Deal Desk " DEALDESK_VERSION)).exec();
}

Status PgMigrator::loadLogic()
{
    Status done = become(kOwner);
    if (done)
        done = m_connection.execute(u"GRANT CREATE ON SCHEMA dealdesk, dealdesk_steps TO dealdesk_commands, dealdesk_logins"_s, u"grant"_s);
    for (const Part &part : logicParts()) {
        if (done)
            done = runAs(part.role, part.folder);
    }
    if (done && !hasInvokerViews())
        done = runFolder(u"before_15/load"_s);
    return done ? recordLogic() : done;
}

Status PgMigrator::recordLogic()
{
    const auto own = digest();
    if (!own)
        return failure(own.error());
    if (const Status owner = become(kOwner); !owner)
        return owner;
    auto row = m_connection.prepare(
        u"INSERT INTO dealdesk.stored_logic (id, digest, loaded_by) VALUES (1, ?, ?) ON CONFLICT (id) DO UPDATE "
        "SET digest = excluded.digest, loaded_by = excluded.loaded_by, loaded_at = clock_timestamp()"_s,
        u"stored_logic"_s);
    if (!row)
        return failure(row.error());
    const Status kept = row->bind(*own).bind(QStringLiteral(DEALDESK_VERSION)).exec();
    return kept ? become({}) : kept;
}

Status PgMigrator::runAs(const QString &role, const QString &part)
{
    Status done = become(role);
    if (done)
        done = runFolder(part);
    return done ? become({}) : done;
}

Status PgMigrator::runFolder(const QString &part)
{
    const QStringList paths = filesOf(part);
    for (const QString &path : paths) {
        const auto text = resourceText(path);
        if (!text)
            return failure(text.error());
        if (const Status done = m_connection.runScript(forServer(*text), path.section(u'/', -2)); !done)
            return done;
    }
    return Nothing{};
}

/// Until the end of the transaction; nobody in particular: oneself again.
Status PgMigrator::become(const QString &role)
{
    const QString sql = role.isEmpty() ? u"RESET ROLE"_s : u"SET LOCAL ROLE %1"_s.arg(role);
    return m_connection.execute(sql, sql);
}

} // namespace dealdesk
