#pragma once

#include "core/ids.h"
#include "domain/deal_draft.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QVariant>

namespace dealdesk {

/// Column of the Deals list, and what it can be sorted by.
enum class DealSort { CreatedAt, UpdatedAt, Name, Client, TopRevenue, Reference };

struct DealFilter {
    QList<DealStatus> statuses; ///< empty lists filter nothing
    QList<Region> regions;
    QList<DealType> types;
    QList<SalesChannel> channels;
    QList<Priority> priorities;
    std::optional<UserId> owner;
    QString text;      ///< in reference, name or client
    QDate createdFrom; ///< inclusive, UTC
    QDate createdTo;   ///< inclusive, UTC
    bool expiredOnly = false;
    bool needsAttentionOnly = false;

    friend bool operator==(const DealFilter &, const DealFilter &) = default;
    [[nodiscard]] bool isEmpty() const { return *this == DealFilter{}; }
};

/// Instants stay text as stored (ISO, UTC): they are parsed when painted.
struct DealRow {
    DealId id;
    QString reference;
    QString name;
    QString client;
    DealType type = DealType::Grow;
    SalesChannel channel = SalesChannel::ClientDirect;
    DealStructure structure = DealStructure::Tiered;
    std::optional<Region> region;
    Priority priority = Priority::Medium;
    DealStatus status = DealStatus::Draft;
    DraftType draftType = DraftType::SubmissionDraft;
    UserId ownerId;
    QString ownerName;
    std::optional<Money> topRevenue;
    QString termStart;
    QString termEnd;
    int revisionCount = 0;
    int openApprovals = 0;
    int totalApprovals = 0;
    QString nextDue;
    bool expired = false;
    bool needsAttention = false;
    qint64 version = 0;
    QString createdAt;
    QString updatedAt;
    QString lastStatusChange;

    friend bool operator==(const DealRow &, const DealRow &) = default;
};

/// Where a page ends: the sort column's value and the id of its last row.
struct DealKey {
    QVariant value;
    DealId id;
};

struct DealPageRequest {
    DealFilter filter;
    DealSort sort = DealSort::CreatedAt;
    bool descending = true;
    std::optional<DealKey> after; ///< nothing: the first page
    int limit = 100;
};

struct DealListPage {
    QList<DealRow> rows;
    std::optional<DealKey> next; ///< nothing: that was the end
};

} // namespace dealdesk
