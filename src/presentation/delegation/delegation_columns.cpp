#include "presentation/delegation/delegation_columns.h"

#include "presentation/delegation/delegation_text.h"

#include <QCoreApplication>

namespace dealdesk {

namespace {

struct ColumnText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::DelegationColumns)
};

} // namespace

QList<RecordColumn<Delegation>> delegationColumns(DelegationSide side, std::shared_ptr<ReferenceStore> reference)
{
    QList<RecordColumn<Delegation>> columns;
    if (side != DelegationSide::Given)
        columns += {ColumnText::tr("For"), [](const Delegation &delegation) { return delegation.delegatorName; }};
    if (side != DelegationSide::Received)
        columns += {ColumnText::tr("Decides meanwhile"),
                    [](const Delegation &delegation) { return delegation.delegate ? delegation.delegateName : ColumnText::tr("Nobody"); }};
    columns += {ColumnText::tr("Days"), [](const Delegation &delegation) { return periodOf(delegation); }};
    columns += {ColumnText::tr("What"), [reference = std::move(reference)](const Delegation &delegation) {
                    return coverageOf(delegation, reference->current()->policy.levels);
                }};
    columns += {ColumnText::tr("Out of office"),
                [](const Delegation &delegation) { return delegation.outOfOffice ? ColumnText::tr("Yes") : ColumnText::tr("No"); }};
    columns += {ColumnText::tr("State"),
                [](const Delegation &delegation) { return label(stateOf(delegation, QDateTime::currentDateTimeUtc())); }};
    columns += {ColumnText::tr("Comment"), [](const Delegation &delegation) { return delegation.comment; }};
    return columns;
}

} // namespace dealdesk
