#pragma once

#include "presentation/models/keyed_rows.h"
#include "presentation/text/labels.h"
#include "services/deal_detail.h"

#include <QAbstractTableModel>

namespace dealdesk {

/// A deal's approvals, the newest revision's first: who is asked and why in words, by when, and what came of it.
class ApprovalsModel : public KeyedRows<ApprovalRow, QAbstractTableModel> {
    Q_OBJECT

public:
    enum Column {
        RevisionColumn,
        StageColumn,
        WhoColumn,
        StatusColumn,
        DueColumn,
        AssigneeColumn,
        DecidedColumn,
        ReasonColumn,
        ColumnCount
    };
    enum Roles { MeaningRole = Qt::UserRole + 1, OverdueRole };

    using KeyedRows::KeyedRows;

    void setDeal(const DealDetail &deal, const RoutingPolicy &policy);

    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Why this approval is asked for.
    [[nodiscard]] QString reasonOf(const ApprovalRow &approval) const;
    /// What the decision said: comments, the reason of a revision, the fields meant. A paragraph each.
    [[nodiscard]] static QStringList wordsOf(const ApprovalRow &approval);
    static QString nameOf(const ApprovalRow &approval);

private:
    QHash<int, RoutingPlan> m_plans; ///< by revision
    RoutingPolicy m_policy;
};

/// Whether a pending approval can be decided now: stage 2 opens when stage 1 is complete.
bool isStageOpen(const DealDetail &deal, const ApprovalRow &approval);

/// What the rules need to know about one of the deal's approvals and this person.
ApprovalFacts factsOf(const DealDetail &deal, const ApprovalRow &approval, UserId person);

} // namespace dealdesk
