#include "presentation/deal_list/deal_columns.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct DealColumns {
    Q_DECLARE_TR_FUNCTIONS(DealColumns)
};

QString approvalsText(const DealRow &row)
{
    if (row.totalApprovals == 0)
        return {};
    if (row.openApprovals == 0)
        return DealColumns::tr("none open");
    return DealColumns::tr("%1 of %2 open").arg(row.openApprovals).arg(row.totalApprovals);
}

QString attentionText(const DealRow &row)
{
    if (row.expired)
        return DealColumns::tr("expired");
    return row.needsAttention ? DealColumns::tr("needs attention") : QString();
}

QString termText(const QString &isoDate)
{
    return isoDate.isEmpty() ? QString() : formatDate(QDate::fromString(isoDate, Qt::ISODate));
}

QString instantText(const QString &isoUtc)
{
    return isoUtc.isEmpty() ? QString() : formatInstant(isoUtc);
}

} // namespace

QString titleOf(DealColumn column)
{
    switch (column) {
    case DealColumn::Reference: return DealColumns::tr("Reference");
    case DealColumn::Name: return DealColumns::tr("Deal");
    case DealColumn::Client: return DealColumns::tr("Client");
    case DealColumn::State: return DealColumns::tr("Status");
    case DealColumn::Priority: return DealColumns::tr("Priority");
    case DealColumn::Owner: return DealColumns::tr("Owner");
    case DealColumn::TopRevenue: return DealColumns::tr("Top tier revenue");
    case DealColumn::Approvals: return DealColumns::tr("Approvals");
    case DealColumn::NextDue: return DealColumns::tr("Next due");
    case DealColumn::Updated: return DealColumns::tr("Updated");
    case DealColumn::Created: return DealColumns::tr("Created");
    case DealColumn::LastStatusChange: return DealColumns::tr("Status since");
    case DealColumn::Region: return DealColumns::tr("Region");
    case DealColumn::Type: return DealColumns::tr("Type");
    case DealColumn::Channel: return DealColumns::tr("Channel");
    case DealColumn::Structure: return DealColumns::tr("Structure");
    case DealColumn::TermStart: return DealColumns::tr("Term from");
    case DealColumn::TermEnd: return DealColumns::tr("Term to");
    case DealColumn::Revisions: return DealColumns::tr("Revisions");
    case DealColumn::Attention: return DealColumns::tr("Attention");
    }
    return {};
}

QString textOf(const DealRow &row, DealColumn column)
{
    switch (column) {
    case DealColumn::Reference: return row.reference;
    case DealColumn::Name: return row.name.isEmpty() ? DealColumns::tr("(no name yet)") : row.name;
    case DealColumn::Client: return row.client;
    case DealColumn::State: return label(row.status);
    case DealColumn::Priority: return label(row.priority);
    case DealColumn::Owner: return row.ownerName;
    case DealColumn::TopRevenue: return row.topRevenue ? formatMoney(*row.topRevenue) : QString();
    case DealColumn::Approvals: return approvalsText(row);
    case DealColumn::NextDue: return row.nextDue.isEmpty() ? QString() : formatDate(instantFrom(row.nextDue).toLocalTime().date());
    case DealColumn::Updated: return instantText(row.updatedAt);
    case DealColumn::Created: return instantText(row.createdAt);
    case DealColumn::LastStatusChange: return instantText(row.lastStatusChange);
    case DealColumn::Region: return row.region ? label(*row.region) : QString();
    case DealColumn::Type: return label(row.type);
    case DealColumn::Channel: return label(row.channel);
    case DealColumn::Structure: return label(row.structure);
    case DealColumn::TermStart: return termText(row.termStart);
    case DealColumn::TermEnd: return termText(row.termEnd);
    case DealColumn::Revisions: return row.revisionCount > 0 ? QLocale().toString(row.revisionCount) : QString();
    case DealColumn::Attention: return attentionText(row);
    }
    return {};
}

QString toolTipOf(const DealRow &row, DealColumn column)
{
    switch (column) {
    case DealColumn::Name: return row.name;
    case DealColumn::Client: return row.client;
    case DealColumn::NextDue: return instantText(row.nextDue);
    case DealColumn::State:
        return row.expired ? DealColumns::tr("%1; not saved for 30 days, so it is read-only until it is renewed").arg(label(row.status))
                           : QString();
    case DealColumn::Attention:
        return row.needsAttention
            ? DealColumns::tr("A task is overdue, nothing moved for three business days, or it was revised twice or more")
            : QString();
    default: return {};
    }
}

bool isNumeric(DealColumn column)
{
    return column == DealColumn::TopRevenue || column == DealColumn::Revisions;
}

bool isShownByDefault(DealColumn column)
{
    return column < DealColumn::Updated;
}

int defaultWidthOf(DealColumn column)
{
    switch (column) {
    case DealColumn::Name: return 215;
    case DealColumn::Client: return 150;
    case DealColumn::State: return 130;
    case DealColumn::Reference:
    case DealColumn::TopRevenue: return 120;
    case DealColumn::Priority:
    case DealColumn::Revisions: return 85;
    case DealColumn::Approvals: return 95;
    case DealColumn::NextDue: return 90;
    case DealColumn::Updated:
    case DealColumn::Created:
    case DealColumn::LastStatusChange: return 150;
    default: return 105;
    }
}

std::optional<DealSort> sortOf(DealColumn column)
{
    switch (column) {
    case DealColumn::Reference: return DealSort::Reference;
    case DealColumn::Name: return DealSort::Name;
    case DealColumn::Client: return DealSort::Client;
    case DealColumn::TopRevenue: return DealSort::TopRevenue;
    case DealColumn::Updated: return DealSort::UpdatedAt;
    case DealColumn::Created: return DealSort::CreatedAt;
    default: return std::nullopt;
    }
}

DealColumn columnOf(DealSort sort)
{
    switch (sort) {
    case DealSort::CreatedAt: return DealColumn::Created;
    case DealSort::UpdatedAt: return DealColumn::Updated;
    case DealSort::Name: return DealColumn::Name;
    case DealSort::Client: return DealColumn::Client;
    case DealSort::TopRevenue: return DealColumn::TopRevenue;
    case DealSort::Reference: return DealColumn::Reference;
    }
    return DealColumn::Created;
}

bool isOverdue(const DealRow &row, const QDateTime &now)
{
    return row.openApprovals > 0 && !row.nextDue.isEmpty() && instantFrom(row.nextDue) < now;
}

} // namespace dealdesk
