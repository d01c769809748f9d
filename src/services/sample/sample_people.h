#pragma once

#include "domain/values.h"

#include <QList>
#include <QString>

#include <optional>

namespace dealdesk {

/// Somebody of the sample database; all invented. The first is its administrator.
struct SamplePerson {
    QString username; ///< "fiona.finance"; the address is username@example.com
    QString firstName;
    QString lastName;
    Role role = Role::Seller;
    std::optional<Department> department;
    QString approvalLevel;

    [[nodiscard]] QString displayName() const { return firstName + u' ' + lastName; }
    [[nodiscard]] QString email() const { return username + QStringLiteral("@example.com"); }
};

const QList<SamplePerson> &samplePeople();

/// Everybody's password in sample and seeded databases: there is nothing to protect.
inline constexpr char kSamplePassword[] = "dealdesk-sample";

} // namespace dealdesk
