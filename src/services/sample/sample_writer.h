#pragma once

#include "services/reference_service.h"
#include "services/sample/sample_deals.h"
#include "services/sample/sample_desk.h"
#include "services/sample/sample_people.h"

#include <QDateTime>

namespace dealdesk {

/// Writes the sample as its people would have: on the database's thread, each step a command. The first failure stops all the rest.
class SampleWriter {
public:
    SampleWriter(SampleDesk::ConnectionOf connectionOf, QString verifier, QDateTime now);

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

    SampleDesk m_desk;
    const QString m_verifier;
    const QDateTime m_now;
    ReferenceData m_reference;
};

} // namespace dealdesk
