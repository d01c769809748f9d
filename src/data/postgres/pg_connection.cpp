#include "data/postgres/pg_connection.h"

#include "data/client_contract.h"
#include "data/postgres/pg_cursor.h"
#include "data/postgres/pg_error.h"
#include "data/postgres/pg_row_stream.h"
#include "data/postgres/pg_sign_in.h"
#include "data/postgres/pg_watch.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QThread>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kCommandAttempts = 4;
constexpr int kPauseMs = 50; ///< before the next attempt, and as much again by chance

bool isFailed(const PGresult *result)
{
    return PQresultStatus(result) == PGRES_FATAL_ERROR || PQresultStatus(result) == PGRES_BAD_RESPONSE;
}

/// The statement itself, not what prepares it or holds it together.
bool isUse(const PgStep &step)
{
    return step.sql.isEmpty();
}

void pauseBeforeRetry()
{
    QThread::msleep(kPauseMs + QRandomGenerator::global()->bounded(kPauseMs));
}

const QString kSavepoint = u"SAVEPOINT command"_s;
const QString kRelease = u"RELEASE SAVEPOINT command"_s;
const QString kBackToSavepoint = u"ROLLBACK TO SAVEPOINT command"_s;

} // namespace

PgConnection::PgConnection(DatabaseLocation location, Role role, std::unique_ptr<PgLink> link,
                           std::shared_ptr<const std::atomic_bool> closing)
    : Connection(std::move(location), std::move(closing)), m_role(role), m_link(std::move(link))
{
}

PgConnection::~PgConnection() = default;

Result<std::unique_ptr<Connection>> PgConnection::open(const DatabaseLocation &location, Role role,
                                                       std::shared_ptr<const std::atomic_bool> closing)
{
    auto handle = signIn(*location.server, role, closing);
    if (!handle)
        return failure(handle.error());
    auto link = std::make_unique<PgLink>(std::move(*handle), PgLimits::forRole(role), closing);
    return std::unique_ptr<Connection>(new PgConnection(location, role, std::move(link), std::move(closing)));
}

Status PgConnection::startWatching(Watcher watcher)
{
    m_watch = std::make_unique<PgWatch>(*this, std::move(watcher));
    return m_watch->start();
}

const SqlDialect &PgConnection::dialect() const
{
    static constexpr SqlDialect postgres(SqlDialect::Kind::PostgreSql);
    return postgres;
}

Result<Query> PgConnection::prepare(const QString &sql, const QString &name)
{
    if (m_role == Role::Background)
        return Query(std::make_unique<PgRowStream>(*this, sql), name, closing());
    return Query(std::make_unique<PgCursor>(*this, sql), name, closing());
}

Result<PgConnection::Use> PgConnection::useOf(const QString &sql, const QVariantList &values)
{
    const int expected = m_statements.of(sql).sql.parameters;
    if (values.size() != expected)
        return failure(ErrorCode::Internal, u"%1 values bound, %2 expected"_s.arg(values.size()).arg(expected));
    auto wire = pgValues(values);
    return wire ? Result<Use>(Use{sql, std::move(*wire)}) : failure(wire.error());
}

void PgConnection::addPreparing(const QString &sql, std::vector<PgStep> &steps)
{
    PgStatements::Statement &statement = m_statements.of(sql);
    if (std::exchange(statement.isPrepared, true))
        return;
    countCompiled();
    const QList<QByteArray> dropped = m_statements.takeDropped();
    for (const QByteArray &name : dropped)
        steps.push_back({"DEALLOCATE " + name, {}});
    steps.push_back({statement.sql.text, statement.name});
}

Status PgConnection::prepareNow(const QString &sql)
{
    std::vector<PgStep> steps;
    addPreparing(sql, steps);
    if (steps.empty())
        return Nothing{};
    auto answers = m_link->run(steps);
    if (!answers)
        return failure(answers.error());
    Outcome outcome;
    readAnswers(steps, std::move(*answers), outcome);
    return outcome.error ? Status(failure(*outcome.error)) : Status(Nothing{});
}

std::vector<PgStep> PgConnection::stepsFor(const std::vector<Use> &uses, As as)
{
    std::vector<PgStep> steps;
    if (as == As::Snapshot)
        steps.push_back({beginOfSnapshot().toUtf8(), {}});
    for (const Use &use : uses) {
        addPreparing(use.sql, steps);
        steps.push_back({{}, m_statements.of(use.sql).name, use.values});
    }
    if (as == As::Snapshot)
        steps.push_back({"COMMIT", {}});
    return steps;
}

Error PgConnection::errorOf(const PGresult *result)
{
    Error error = errorFrom(result);
    const QString state = sqlStateOf(result);
    if (state == u"57014" && isClosing())
        error.code = ErrorCode::Cancelled;
    if (state == u"25006" && m_role == Role::Main && !m_link->isInTransaction()) {
        m_link->lose(u"the server became a standby"_s);
        error.code = ErrorCode::ServerUnreachable;
    }
    return error;
}

void PgConnection::noteFailure(const PGresult *result, Outcome &outcome)
{
    outcome.error = errorOf(result);
    outcome.isOutdated = isOutdatedStatement(result) && !m_link->isInTransaction();
    outcome.mayWorkNow = mayWorkNow(result);
}

void PgConnection::readAnswers(const std::vector<PgStep> &steps, PgAnswers answers, Outcome &outcome)
{
    for (size_t i = 0; i < steps.size(); ++i) {
        const bool isAnswered = i < answers.size() && !isFailed(answers[i].get());
        if (steps[i].prepares() && !isAnswered)
            m_statements.notPrepared(steps[i].name);
        if (i < answers.size() && isFailed(answers[i].get()))
            noteFailure(answers[i].get(), outcome);
        else if (isAnswered && isUse(steps[i]))
            outcome.results.push_back(std::move(answers[i]));
    }
    if (!outcome.error && answers.size() < steps.size())
        outcome.error = Error{ErrorCode::Internal, u"%1 of %2 steps were answered"_s.arg(answers.size()).arg(steps.size()), {}};
}

PgConnection::Outcome PgConnection::runOnce(const std::vector<Use> &uses, As as, PgLink::OnClosing onClosing)
{
    Outcome outcome;
    if (m_stream)
        m_stream->keepRest();
    const std::vector<PgStep> steps = stepsFor(uses, as);
    auto answers = m_link->run(steps, onClosing);
    if (!answers) {
        outcome.error = answers.error();
        return outcome;
    }
    readAnswers(steps, std::move(*answers), outcome);
    if (outcome.error && as == As::Snapshot)
        endFailedSnapshot();
    return outcome;
}

void PgConnection::endFailedSnapshot()
{
    if (!m_link->isLost() && m_link->isInTransaction())
        m_link->run({{"ROLLBACK", {}}});
}

PgConnection::Outcome PgConnection::run(const std::vector<Use> &uses, As as, PgLink::OnClosing onClosing)
{
    Outcome outcome = runOnce(uses, as, onClosing);
    if (!outcome.isOutdated || m_link->isLost() || m_link->isInTransaction())
        return outcome;
    m_statements.forgetAll();
    m_link->run({{"DEALLOCATE ALL", {}}});
    return runOnce(uses, as, onClosing);
}

Status PgConnection::execute(const QString &sql, const QString &name)
{
    if (m_stream)
        m_stream->keepRest();
    auto answers = m_link->run({{sql.toUtf8(), {}}});
    if (!answers)
        return failure(answers.error());
    const PGresult *answer = answers->empty() ? nullptr : answers->front().get();
    if (answer && isFailed(answer)) {
        Error error = errorOf(answer);
        spdlog::warn("statement {} failed: {}", name.toStdString(), error.detail.toStdString());
        return failure(std::move(error));
    }
    // A failed transaction is ended by COMMIT too, without an error.
    if (answer && sql == u"COMMIT" && qstrcmp(PQcmdStatus(answers->front().get()), "COMMIT") != 0)
        return failure(ErrorCode::Internal, u"the transaction had failed"_s);
    return Nothing{};
}

Status PgConnection::runScript(const QString &script, const QString &name)
{
    const auto answers = m_link->runScript(script.toUtf8());
    if (!answers)
        return failure(answers.error());
    for (const PgResult &answer : *answers) {
        if (!isFailed(answer.get()))
            continue;
        Error error = errorOf(answer.get());
        spdlog::warn("script {} failed: {}", name.toStdString(), error.detail.toStdString());
        return failure(std::move(error));
    }
    return Nothing{};
}

Status PgConnection::readTogether(const QList<NamedRead> &reads, const Consume &consume)
{
    std::vector<Use> uses;
    for (const NamedRead &read : reads) {
        const auto sql = read.sql.isEmpty() ? namedSql(read.name) : Result<QString>(read.sql);
        if (!sql)
            return failure(sql.error());
        auto use = useOf(*sql, read.values);
        if (!use)
            return failure(use.error());
        uses.push_back(std::move(*use));
    }
    Outcome outcome = run(uses, As::Snapshot, PgLink::OnClosing::Cancel);
    if (outcome.error) {
        const qsizetype failed = qMin(qsizetype(outcome.results.size()), reads.size() - 1);
        spdlog::warn("reading together failed at {}: {}", reads.value(failed).name.toStdString(), outcome.error->detail.toStdString());
        return failure(*outcome.error);
    }
    for (qsizetype i = 0; i < reads.size(); ++i) {
        Query rows(std::make_unique<PgCursor>(*this, std::move(outcome.results[size_t(i)])), reads.at(i).name, closing());
        if (const Status taken = consume(i, rows); !taken)
            return taken;
    }
    return Nothing{};
}

Result<QJsonObject> PgConnection::command(const Command &command)
{
    const QString sql = u"SELECT dealdesk.%1(?::uuid, ?::int, ?::bigint, ?::bigint, ?::text)"_s.arg(command.name);
    const auto number = [](const std::optional<qint64> &value) { return value ? QVariant(*value) : QVariant(); };
    const auto use = useOf(
        sql, {command.commandId, kClientContract, number(command.dealId), number(command.expectedVersion), argumentsText(command)});
    if (!use)
        return failure(use.error());
    // Within a transaction a refusal must not undo what came before.
    const bool isWithin = m_link->isInTransaction();
    const auto uses = isWithin ? std::vector<Use>{{kSavepoint, {}}, *use, {kRelease, {}}} : std::vector<Use>{*use};
    Outcome outcome;
    for (int attempt = 1; attempt <= kCommandAttempts; ++attempt) {
        m_link->takeWarnings();
        outcome = run(uses, As::OneStatement, PgLink::OnClosing::Finish);
        if (outcome.error && isWithin && !m_link->isLost())
            execute(kBackToSavepoint, u"back to before the command"_s);
        if (!outcome.error || !outcome.mayWorkNow || attempt == kCommandAttempts || isClosing())
            break;
        pauseBeforeRetry();
    }
    if (outcome.error) {
        spdlog::warn("{} failed: {}", command.name.toStdString(), outcome.error->detail.toStdString());
        return failure(*outcome.error);
    }
    QJsonObject result = QJsonDocument::fromJson(fieldText(outcome.results[isWithin ? 1 : 0].get(), 0, 0).toUtf8()).object();
    if (m_link->takeWarnings().contains("01000"))
        result.insert("unconfirmed"_L1, true);
    return result;
}

} // namespace dealdesk
