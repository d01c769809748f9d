#pragma once

#include "presentation/models/keyed_rows.h"
#include "presentation/text/labels.h"
#include "services/deal_detail.h"

#include <QAbstractTableModel>

namespace dealdesk {

/// An approval, or the heading above a revision's approvals.
struct ApprovalLine {
    int revision = 1;
    std::optional<ApprovalRow> approval;

    friend bool operator==(const ApprovalLine &, const ApprovalLine &) = default;
};

/// A deal's approvals, the current revision's first: who is asked and why in words, by when, and what came of it. With several revisions
/// each has a heading.
class ApprovalsModel : public KeyedRows<ApprovalLine, QAbstractTableModel> {
    Q_OBJECT

public:
    enum Column { StageColumn, WhoColumn, StatusColumn, DueColumn, AssigneeColumn, AnswerColumn, ReasonColumn, ColumnCount };
    enum Roles { MeaningRole = Qt::UserRole + 1, OverdueRole, HeadingRole };

    using KeyedRows::KeyedRows;

    void setDeal(const DealDetail &deal, const RoutingPolicy &policy);
    /// Null for a heading.
    [[nodiscard]] const ApprovalRow *approvalAt(int row) const;

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// Everything about an approval that its row has no room for, a paragraph each: why it is asked for, what the decision said, how the
    /// clock stands.
    [[nodiscard]] QStringList wordsOf(const ApprovalRow &approval, const QDateTime &now) const;

private:
    [[nodiscard]] QVariant headingData(const QModelIndex &index, int role) const;
    [[nodiscard]] QString text(const ApprovalRow &approval, int column) const;
    [[nodiscard]] QString reasonOf(const ApprovalRow &approval) const;

    QHash<int, RoutingPlan> m_plans;    ///< by revision
    QHash<ApprovalId, QString> m_since; ///< of open approvals: what changed since the approver's last decision
    RoutingPolicy m_policy;
    int m_current = 1;      ///< revision
    bool m_stopped = false; ///< the owner has the deal: the clock does not run
};

/// Whether a pending approval can be decided now: stage 2 opens when stage 1 is complete.
bool isStageOpen(const DealDetail &deal, const ApprovalRow &approval);

/// What the rules need to know about one of the deal's approvals and this person.
ApprovalFacts factsOf(const DealDetail &deal, const ApprovalRow &approval, UserId person);

} // namespace dealdesk
