#pragma once

#include "support/services/services_fixture.h"

namespace dealdesk::test {

/// Somebody asks for a revision of a deal that is in their inbox. `fields` as in Decision.
void sendBack(ServicesFixture &fixture, DealId deal, const QString &username, const QString &reason, const QStringList &fields = {});

/// Somebody approves.
void approve(ServicesFixture &fixture, DealId deal, const QString &username);

} // namespace dealdesk::test
