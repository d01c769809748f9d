#pragma once

#include "services/reference_service.h"
#include "services/sample/sample_desk.h"

#include <QDateTime>

namespace dealdesk {

/// Reviews in full swing: a deal in its third revision, of which some approvals were carried forward; one that two departments sent back,
/// with points on fields; people who are away; and what the clock says about tasks that nobody took.
class SampleReviews {
public:
    SampleReviews(SampleDesk &desk, const ReferenceData &reference, QDateTime now);

    void write();

    static constexpr int kDeals = 2;

private:
    void writeThreeRevisions();
    void writeSentBack();
    void writeAbsences();
    [[nodiscard]] DealDraft draftFor(int client, const QString &occasion) const;
    qint64 submit(const QString &seller, const DealDraft &draft);
    void resubmit(qint64 deal, const QString &seller, const DealDraft &draft);
    void approve(qint64 deal, Department department, const QString &comments);
    void requestRevision(qint64 deal, Department department, const QString &reason, const QStringList &fields);

    SampleDesk &m_desk;
    const ReferenceData &m_reference;
    const QDateTime m_now;
};

} // namespace dealdesk
