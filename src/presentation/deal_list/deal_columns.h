#pragma once

#include "core/enum_codes.h"
#include "services/deal_list.h"

namespace dealdesk {

/// What the Deals list can show. Codes are stored with the chosen columns.
enum class DealColumn {
    Reference,
    Name,
    Client,
    State,
    Priority,
    Owner,
    TopRevenue,
    Approvals,
    NextDue,
    Updated,
    Created,
    LastStatusChange,
    Region,
    Type,
    Channel,
    Structure,
    TermStart,
    TermEnd,
    Revisions,
    Attention
};
template<>
struct EnumCodes<DealColumn> {
    static constexpr std::array table = {
        std::pair{DealColumn::Reference, "reference"},    std::pair{DealColumn::Name, "name"},
        std::pair{DealColumn::Client, "client"},          std::pair{DealColumn::State, "status"},
        std::pair{DealColumn::Priority, "priority"},      std::pair{DealColumn::Owner, "owner"},
        std::pair{DealColumn::TopRevenue, "top_revenue"}, std::pair{DealColumn::Approvals, "approvals"},
        std::pair{DealColumn::NextDue, "next_due"},       std::pair{DealColumn::Updated, "updated"},
        std::pair{DealColumn::Created, "created"},        std::pair{DealColumn::LastStatusChange, "last_status_change"},
        std::pair{DealColumn::Region, "region"},          std::pair{DealColumn::Type, "type"},
        std::pair{DealColumn::Channel, "channel"},        std::pair{DealColumn::Structure, "structure"},
        std::pair{DealColumn::TermStart, "term_start"},   std::pair{DealColumn::TermEnd, "term_end"},
        std::pair{DealColumn::Revisions, "revisions"},    std::pair{DealColumn::Attention, "attention"}};
};

inline constexpr int kDealColumnCount = int(EnumCodes<DealColumn>::table.size());

QString titleOf(DealColumn column);
/// What stands in the cell.
QString textOf(const DealRow &row, DealColumn column);
/// More than the cell has room for; empty where the cell says it all.
QString toolTipOf(const DealRow &row, DealColumn column);
bool isNumeric(DealColumn column);
bool isShownByDefault(DealColumn column);
/// Device-independent pixels.
int defaultWidthOf(DealColumn column);
/// Nothing for a column that cannot be sorted by.
std::optional<DealSort> sortOf(DealColumn column);
DealColumn columnOf(DealSort sort);
/// An open approval whose due date has passed.
bool isOverdue(const DealRow &row, const QDateTime &now);

} // namespace dealdesk
