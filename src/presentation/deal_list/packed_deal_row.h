#pragma once

#include "services/deal_list.h"

#include <QByteArray>
#include <QHash>

#include <limits>

namespace dealdesk {

/// Names that many rows share (owners, clients), held once.
class NameTable {
public:
    quint32 indexOf(const QString &name);
    [[nodiscard]] const QString &at(quint32 index) const { return m_names.at(index); }

private:
    QList<QString> m_names;
    QHash<QString, quint32> m_indexes;
};

/// A DealRow in about a third of its memory, so that a list scrolled to its 150,000th deal stays small: everything of fixed size as
/// such, shared names by index, the other texts in one UTF-8 array.
class PackedDealRow {
public:
    PackedDealRow(const DealRow &row, NameTable &names);

    [[nodiscard]] DealRow unpack(const NameTable &names) const;
    [[nodiscard]] DealId id() const { return m_id; }

    friend bool operator==(const PackedDealRow &, const PackedDealRow &) = default;

private:
    static constexpr qint64 kNoAmount = std::numeric_limits<qint64>::min();

    DealId m_id;
    UserId m_ownerId;
    qint64 m_version = 0;
    qint64 m_topRevenueCents = kNoAmount;
    quint32 m_client = 0;
    quint32 m_ownerName = 0;
    qint32 m_revisionCount = 0;
    qint16 m_openApprovals = 0;
    qint16 m_totalApprovals = 0;
    qint8 m_type = 0;
    qint8 m_channel = 0;
    qint8 m_structure = 0;
    qint8 m_region = -1;
    qint8 m_priority = 0;
    qint8 m_status = 0;
    qint8 m_draftType = 0;
    bool m_expired = false;
    bool m_needsAttention = false;
    QByteArray m_texts;
};

} // namespace dealdesk
