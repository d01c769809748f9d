#include "services/sample/seed_service.h"

#include "data/sqlite/bulk_load.h"
#include "services/password.h"
#include "services/sample/sample_people.h"

#include <QCoroFuture>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace dealdesk {

SeedService::SeedService(Session &session) : m_session(session) {}

QCoro::Task<Status> SeedService::seedForMeasurements(int deals) const
{
    if (m_session.actor().role != Role::Admin)
        co_return failure(ErrorCode::Forbidden);
    const auto executor = std::make_shared<SqlExecutor>(m_session.workspace().location());
    auto hashing = hashPassword(QString::fromLatin1(kSamplePassword), m_session.workspace().passwordCost());
    const Result<QString> verifier = co_await hashing;
    if (!verifier)
        co_return failure(verifier.error());
    const QHash<QString, QString> values{{u"deals"_s, QString::number(deals)},
                                         {u"verifier"_s, *verifier},
                                         {u"now"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate).chopped(1)}};
    auto job = [values](Connection &connection) { return bulkLoad(connection, u"benchmark"_s, values); };
    auto future = executor->run(std::move(job));
    co_return co_await future;
}

} // namespace dealdesk
