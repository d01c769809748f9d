#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace dealdesk {

/// A row's primary key that cannot be mixed up with another table's. Zero and below mean "none yet".
template<typename Tag>
class Id {
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value) : m_value(value) {}

    [[nodiscard]] constexpr qint64 value() const { return m_value; }
    [[nodiscard]] constexpr bool isValid() const { return m_value > 0; }

    friend constexpr auto operator<=>(Id, Id) = default;
    friend size_t qHash(Id id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    qint64 m_value = 0;
};

using DealId = Id<struct DealTag>;
using UserId = Id<struct UserTag>;
using ApprovalId = Id<struct ApprovalTag>;
using DelegationId = Id<struct DelegationTag>;
using AdvertiserId = Id<struct AdvertiserTag>;
using AgencyId = Id<struct AgencyTag>;

} // namespace dealdesk

Q_DECLARE_METATYPE(dealdesk::DealId)
Q_DECLARE_METATYPE(dealdesk::UserId)
Q_DECLARE_METATYPE(dealdesk::ApprovalId)
