#include "presentation/deal_list/packed_deal_row.h"

#include <array>

namespace dealdesk {

namespace {

// Unit separator; the deal's name comes last, so that whatever it holds stays whole.
constexpr char kSeparator = '\x1f';
constexpr auto kTexts = std::array{&DealRow::reference, &DealRow::termStart, &DealRow::termEnd,          &DealRow::nextDue,
                                   &DealRow::createdAt, &DealRow::updatedAt, &DealRow::lastStatusChange, &DealRow::name};

QByteArray packTexts(const DealRow &row)
{
    QByteArray packed;
    for (const auto member : kTexts) {
        if (!packed.isNull())
            packed += kSeparator;
        packed += (row.*member).toUtf8();
        if (packed.isNull())
            packed = QByteArray("");
    }
    packed.squeeze();
    return packed;
}

void unpackTexts(QByteArrayView packed, DealRow &row)
{
    for (size_t i = 0; i + 1 < kTexts.size(); ++i) {
        const qsizetype end = packed.indexOf(kSeparator);
        row.*kTexts[i] = QString::fromUtf8(packed.first(end));
        packed = packed.sliced(end + 1);
    }
    row.*kTexts.back() = QString::fromUtf8(packed);
}

} // namespace

quint32 NameTable::indexOf(const QString &name)
{
    const auto found = m_indexes.constFind(name);
    if (found != m_indexes.cend())
        return *found;
    const auto index = quint32(m_names.size());
    m_names.append(name);
    m_indexes.insert(name, index);
    return index;
}

PackedDealRow::PackedDealRow(const DealRow &row, NameTable &names)
    : m_id(row.id)
    , m_ownerId(row.ownerId)
    , m_version(row.version)
    , m_topRevenueCents(row.topRevenue ? row.topRevenue->cents() : kNoAmount)
    , m_client(names.indexOf(row.client))
    , m_ownerName(names.indexOf(row.ownerName))
    , m_revisionCount(row.revisionCount)
    , m_openApprovals(qint16(row.openApprovals))
    , m_totalApprovals(qint16(row.totalApprovals))
    , m_type(qint8(row.type))
    , m_channel(qint8(row.channel))
    , m_structure(qint8(row.structure))
    , m_region(row.region ? qint8(*row.region) : qint8(-1))
    , m_priority(qint8(row.priority))
    , m_status(qint8(row.status))
    , m_draftType(qint8(row.draftType))
    , m_expired(row.expired)
    , m_needsAttention(row.needsAttention)
    , m_texts(packTexts(row))
{
}

DealRow PackedDealRow::unpack(const NameTable &names) const
{
    DealRow row;
    row.id = m_id;
    row.client = names.at(m_client);
    row.type = DealType(m_type);
    row.channel = SalesChannel(m_channel);
    row.structure = DealStructure(m_structure);
    if (m_region >= 0)
        row.region = Region(m_region);
    row.priority = Priority(m_priority);
    row.status = DealStatus(m_status);
    row.draftType = DraftType(m_draftType);
    row.ownerId = m_ownerId;
    row.ownerName = names.at(m_ownerName);
    if (m_topRevenueCents != kNoAmount)
        row.topRevenue = Money::fromCents(m_topRevenueCents);
    row.revisionCount = m_revisionCount;
    row.openApprovals = m_openApprovals;
    row.totalApprovals = m_totalApprovals;
    row.expired = m_expired;
    row.needsAttention = m_needsAttention;
    row.version = m_version;
    unpackTexts(m_texts, row);
    return row;
}

} // namespace dealdesk
