#include "data/sqlite/sqlite_connection.h"

#include "data/sqlite/file_safety.h"
#include "data/sqlite/native_error.h"
#include "data/sqlite/sqlite_cursor.h"
#include "data/sqlite/sqlite_watch.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QThread>
#include <QUuid>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kBusyTimeoutMs = 5000;
constexpr int kWalAttempts = 50;
constexpr unsigned long kWalPauseMs = 100;
constexpr unsigned long kBusyPauseMs = 100;

QSqlError openDriver(const QString &connectionName, const QString &filePath)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName);
    database.setDatabaseName(filePath);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(kBusyTimeoutMs));
    return database.open() ? QSqlError() : database.lastError();
}

} // namespace

SqliteConnection::SqliteConnection(DatabaseLocation location, QString connectionName, std::shared_ptr<const std::atomic_bool> closing)
    : Connection(std::move(location), std::move(closing)), m_connectionName(std::move(connectionName))
{
}

SqliteConnection::~SqliteConnection()
{
    m_watch.reset();
    m_statements.clear();
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<Connection>> SqliteConnection::open(const DatabaseLocation &location, Role role,
                                                           std::shared_ptr<const std::atomic_bool> closing)
{
    if (const Status safe = checkFileSafety(location.filePath); !safe)
        return failure(safe.error());
    if (role == Role::Main)
        QDir().mkpath(QFileInfo(location.filePath).absolutePath());
    else if (!QFileInfo::exists(location.filePath))
        return failure(ErrorCode::DatabaseUnavailable, u"there is no such file"_s);
    const QString name = u"dealdesk-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    // Owned before the driver opens, so that a failure removes the driver's connection too.
    std::unique_ptr<SqliteConnection> connection(new SqliteConnection(location, name, std::move(closing)));
    if (const QSqlError error = openDriver(name, location.filePath); error.isValid())
        return failure(errorFrom(error));
    if (const Status configured = connection->configure(role); !configured)
        return failure(configured.error());
    return connection;
}

Status SqliteConnection::configure(Role role)
{
    // A background connection reads whole files once: mapped and kept, all of it would count as this program's memory.
    const bool isMain = role == Role::Main;
    for (const QString &text :
         {u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s, u"PRAGMA cell_size_check = ON"_s, u"PRAGMA synchronous = FULL"_s,
          u"PRAGMA temp_store = MEMORY"_s, isMain ? u"PRAGMA cache_size = -32768"_s : u"PRAGMA cache_size = -2048"_s,
          isMain ? u"PRAGMA mmap_size = 268435456"_s : u"PRAGMA mmap_size = 0"_s}) {
        if (const Status set = execute(text, text); !set)
            return set;
    }
    if (isMain) {
        if (const Status wal = switchToWal(); !wal)
            return wal;
    }
    if (!isMain) {
        // Not opened read-only: SQLite 3.40 cannot VACUUM INTO from such a connection when a table has generated columns.
        if (const Status set = execute(u"PRAGMA query_only = ON"_s, u"query_only"_s); !set)
            return set;
    }
    const std::pair<QString, QVariant> expected[] = {{u"foreign_keys"_s, 1}, {u"trusted_schema"_s, 0}, {u"cell_size_check"_s, 1},
                                                     {u"synchronous"_s, 2},  {u"temp_store"_s, 2},     {u"journal_mode"_s, u"wal"_s}};
    for (const auto &[name, value] : expected) {
        if (const Status as = expectPragma(name, value); !as)
            return as;
    }
    return Nothing{};
}

/// SQLite does not wait for its busy time-out when another process changes the journal mode of a new file at the same moment.
Status SqliteConnection::switchToWal()
{
    Status switched = Nothing{};
    for (int attempt = 0; attempt < kWalAttempts; ++attempt) {
        const Result<QVariant> mode = pragma(u"PRAGMA journal_mode = WAL"_s);
        if (mode)
            return Nothing{};
        switched = failure(mode.error());
        if (mode.error().code != ErrorCode::DatabaseBusy)
            break;
        QThread::msleep(kWalPauseMs);
    }
    return switched;
}

Result<QVariant> SqliteConnection::pragma(const QString &text)
{
    auto statement = compile(text, text);
    if (!statement)
        return failure(statement.error());
    Query query(std::make_unique<SqliteCursor>(std::move(*statement)), text, nullptr);
    if (const Status done = query.exec(); !done)
        return failure(done.error());
    const bool found = query.next();
    if (const Status read = query.status(); !read)
        return failure(read.error());
    return found ? query.value(0) : QVariant();
}

Status SqliteConnection::expectPragma(const QString &name, const QVariant &expected)
{
    const Result<QVariant> value = pragma(u"PRAGMA "_s + name);
    if (!value)
        return failure(value.error());
    if (value->toString() != expected.toString())
        return failure(ErrorCode::DatabaseUnavailable, u"PRAGMA %1 is %2, not %3"_s.arg(name, value->toString(), expected.toString()));
    return Nothing{};
}

Result<std::shared_ptr<PreparedStatement>> SqliteConnection::compile(const QString &sql, const QString &name)
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.setForwardOnly(true);
    countCompiled();
    if (!query.prepare(sql)) {
        Error error = errorFrom(query.lastError());
        spdlog::warn("statement {} could not be prepared: {}", name.toStdString(), error.detail.toStdString());
        return failure(std::move(error));
    }
    return std::make_shared<PreparedStatement>(PreparedStatement{std::move(query)});
}

Result<Query> SqliteConnection::prepare(const QString &sql, const QString &name)
{
    return prepare(sql, name, closing());
}

Result<Query> SqliteConnection::prepare(const QString &sql, const QString &name, std::shared_ptr<const std::atomic_bool> closing)
{
    const auto kept = m_statements.constFind(sql);
    // A kept statement that is still being read by an outer query cannot serve a second one.
    if (kept != m_statements.constEnd() && kept->use_count() == 1) {
        m_recentlyUsed.removeOne(sql);
        m_recentlyUsed.append(sql);
        return Query(std::make_unique<SqliteCursor>(*kept), name, std::move(closing));
    }
    auto compiled = compile(sql, name);
    if (!compiled)
        return failure(compiled.error());
    if (kept == m_statements.constEnd())
        keep(sql, *compiled);
    return Query(std::make_unique<SqliteCursor>(std::move(*compiled)), name, std::move(closing));
}

void SqliteConnection::keep(const QString &sql, const std::shared_ptr<PreparedStatement> &statement)
{
    if (m_statements.size() >= kKeptStatements)
        m_statements.remove(m_recentlyUsed.takeFirst());
    m_statements.insert(sql, statement);
    m_recentlyUsed.append(sql);
}

Status SqliteConnection::execute(const QString &sql, const QString &name)
{
    auto statement = compile(sql, name);
    if (!statement)
        return failure(statement.error());
    return Query(std::make_unique<SqliteCursor>(std::move(*statement)), name, nullptr).exec();
}

Status SqliteConnection::startWatching(Watcher watcher)
{
    m_watch = std::make_unique<SqliteWatch>(*this, std::move(watcher));
    return Nothing{};
}

Status SqliteConnection::readTogether(const QList<NamedRead> &reads, const Consume &consume)
{
    return inSnapshot([&]() -> Status {
        for (qsizetype i = 0; i < reads.size(); ++i) {
            const NamedRead &one = reads.at(i);
            auto query = one.sql.isEmpty() ? read(one.name) : prepare(one.sql, one.name);
            if (!query)
                return failure(query.error());
            for (const QVariant &value : one.values)
                query->bind(value);
            if (const Status done = query->exec(); !done)
                return done;
            if (const Status taken = consume(i, *query); !taken)
                return taken;
        }
        return Nothing{};
    });
}

const SqlDialect &SqliteConnection::dialect() const
{
    static constexpr SqlDialect sqlite(SqlDialect::Kind::Sqlite);
    return sqlite;
}

Result<QJsonObject> SqliteConnection::command(const Command &command)
{
    const QString arguments = argumentsText(command);
    const QString sql = u"INSERT INTO %1 (command_id, actor_id, deal_id, expected_version, digest, arguments) VALUES (?, ?, ?, ?, ?, ?)"_s
                            .arg(command.name);
    auto insert = prepare(sql, command.name);
    if (!insert)
        return failure(insert.error());
    const auto attempt = [&] {
        insert->bind(command.commandId).bind(command.actorId).bind(command.dealId).bind(command.expectedVersion);
        return insert->bind(digestOf(arguments)).bind(arguments).exec();
    };
    Status done = attempt();
    if (!done && done.error().code == ErrorCode::DatabaseBusy && !isClosing()) {
        QThread::msleep(kBusyPauseMs);
        done = attempt();
    }
    if (!done)
        return failure(withPresentState(done.error(), command));
    return resultOf(command);
}

Result<QJsonObject> SqliteConnection::resultOf(const Command &command)
{
    auto log = prepare(u"SELECT result FROM command_log WHERE command_id = ?"_s, u"command result"_s, nullptr);
    if (!log)
        return failure(log.error());
    if (const Status read = log->bind(command.commandId).exec(); !read)
        return failure(read.error());
    if (!log->next())
        return failure(log->status() ? Error{ErrorCode::Internal, u"%1 left no result"_s.arg(command.name), {}} : log->status().error());
    return QJsonDocument::fromJson(log->text(0).toUtf8()).object();
}

/// SQLite's RAISE cannot carry values, so what is stored now is read here.
Error SqliteConnection::withPresentState(Error error, const Command &command)
{
    if (error.code == ErrorCode::AlreadyDecided) {
        auto decided = prepare(u"SELECT completed_by_name, status FROM approval_list WHERE id = ?"_s, u"decided approval"_s);
        if (decided && decided->bind(command.arguments.value("approval_id"_L1).toInteger()).exec() && decided->next()) {
            error.data.insert("by"_L1, decided->text(0));
            error.data.insert("status"_L1, decided->text(1));
        }
        return error;
    }
    if (!command.dealId
        || (error.code != ErrorCode::Stale && error.code != ErrorCode::IllegalTransition && error.code != ErrorCode::NotEditable))
        return error;
    auto deal = prepare(u"SELECT version, status FROM deals WHERE id = ?"_s, u"present state"_s);
    if (!deal || !deal->bind(*command.dealId).exec() || !deal->next())
        return error;
    error.data.insert("version"_L1, deal->integer(0));
    error.data.insert("status"_L1, deal->text(1));
    if (error.code == ErrorCode::IllegalTransition) {
        error.data.insert("from"_L1, deal->text(1));
        error.data.insert("to"_L1, command.arguments.value("to"_L1));
    }
    return error;
}

} // namespace dealdesk
