#pragma once

#include "data/connection.h"
#include "services/reference_service.h"
#include "services/sample/sample_deals.h"
#include "services/sample/sample_people.h"

#include <QDateTime>

#include <functional>

namespace dealdesk {

/// Writes the sample as its people would have: on the database's thread, each step a command. The first failure stops all the rest.
class SampleWriter {
public:
    /// The connection that somebody acts on; in an embedded database one for everybody. First the administrator's, before there is one.
    using ConnectionOf = std::function<Result<Connection *>(const QString &username)>;

    SampleWriter(ConnectionOf connectionOf, QString verifier, QDateTime now);

    Status write();

private:
    void writePeople();
    void writeClients();
    void readReference();
    void writePast();
    void writePresent();
    void bringForward(int index, qint64 deal, const SamplePerson &owner, const DealDraft &draft);
    void decideFirst(qint64 deal, Department department, const QString &reason = {}, const QStringList &fields = {});
    void comment(qint64 deal, const QString &username, const QString &body);

    /// The result; empty after a failure.
    QJsonObject as(const QString &username, const QString &command, QJsonObject arguments, std::optional<qint64> deal = {},
                   std::optional<qint64> version = {});

    const ConnectionOf m_connectionOf;
    const QString m_verifier;
    const QDateTime m_now;
    ReferenceData m_reference;
    QHash<QString, qint64> m_ids; ///< of people, by username
    std::optional<Error> m_failure;
};

} // namespace dealdesk
