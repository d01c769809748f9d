#pragma once

#include "domain/reapproval.h"
#include "services/deal_detail.h"
#include "services/deal_list.h"
#include "services/session.h"

namespace dealdesk {

/// What a deal command leaves behind.
struct DealState {
    DealId id;
    QString reference;
    qint64 version = 0;
    DealStatus status = DealStatus::Draft;
    std::optional<DealId> newDeal; ///< of convert and revise
};

/// A hit of Ctrl+K.
struct DealHit {
    DealId id;
    QString reference;
    QString name;
    QString client;
    DealStatus status = DealStatus::Draft;
};

/// Deals: lists, one deal, and everything that its owner and legal do with it. Each action is one command.
class DealService {
public:
    explicit DealService(Session &session);

    QCoro::Task<Result<DealListPage>> page(DealPageRequest request) const;
    QCoro::Task<Result<qint64>> count(DealFilter filter) const;
    QCoro::Task<Result<QList<DealHit>>> search(QString text, int limit) const;
    QCoro::Task<Result<DealDetail>> detail(DealId deal) const;

    /// `deal` nothing creates. A draft saves as it is.
    QCoro::Task<Result<DealState>> saveDraft(std::optional<DealId> deal, std::optional<qint64> version, DraftType type, DealDraft draft,
                                             QString commandId = {}) const;
    /// Saves and submits (or resubmits a negotiating deal) in one command. The caller has validated.
    QCoro::Task<Result<DealState>> submit(DealId deal, qint64 version, DealDraft draft, RoutingPlan plan, QString commandId = {}) const;
    /// `steps`: what the owner was shown; RoutingChanged when it is not what the database would do. Empty: the owner was shown nothing.
    QCoro::Task<Result<DealState>> resubmit(DealId deal, qint64 version, DealDraft draft, RoutingPlan plan,
                                            QList<ReapprovalStep> steps = {}, QString commandId = {}) const;
    QCoro::Task<Result<DealState>> askForScoping(DealId deal, qint64 version, DealDraft draft) const;
    QCoro::Task<Result<DealState>> convertScoping(DealId deal, qint64 version) const;
    QCoro::Task<Result<DealState>> recall(DealId deal, qint64 version, QString reason) const;
    QCoro::Task<Result<DealState>> renewDraft(DealId deal, qint64 version) const;
    /// to: contract_drafting, client_review, signed, or negotiating (reason required).
    QCoro::Task<Result<DealState>> advance(DealId deal, qint64 version, DealStatus to, QString reason) const;
    QCoro::Task<Result<DealState>> markLost(DealId deal, qint64 version, QString reason) const;
    QCoro::Task<Result<DealState>> revise(DealId deal, qint64 version, QString reason) const;
    QCoro::Task<Result<DealState>> transfer(DealId deal, qint64 version, UserId newOwner) const;
    QCoro::Task<Status> comment(DealId deal, QString body, std::optional<ApprovalId> approval) const;

private:
    Session &m_session;
};

} // namespace dealdesk
