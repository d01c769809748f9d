#include "services/sample/sample_data.h"

#include "services/account_service.h"
#include "services/password.h"
#include "services/sample/sample_writer.h"

#include <QCoroFuture>

namespace dealdesk {

SampleData::SampleData(std::shared_ptr<Workspace> workspace) : m_workspace(std::move(workspace)) {}

QCoro::Task<Result<bool>> SampleData::isWanted() const
{
    const AccountService accounts(m_workspace);
    auto task = accounts.needsFirstAdmin();
    co_return co_await task;
}

QCoro::Task<Status> SampleData::create() const
{
    const std::shared_ptr<Workspace> workspace = m_workspace;
    auto hashing = hashPassword(QString::fromLatin1(kSamplePassword), workspace->passwordCost());
    const Result<QString> verifier = co_await hashing;
    if (!verifier)
        co_return failure(verifier.error());
    auto job = [verifier = *verifier](Connection &connection) {
        const auto everybodys = [&connection](const QString &) { return Result<Connection *>(&connection); };
        return connection.inWriteTransaction([&] { return SampleWriter(everybodys, verifier, QDateTime::currentDateTimeUtc()).write(); });
    };
    auto future = workspace->executor().run(std::move(job));
    co_return co_await future;
}

} // namespace dealdesk
