#pragma once

#include "domain/routing.h"
#include "services/sample/sample_people.h"

#include <QDateTime>
#include <QJsonObject>

namespace dealdesk {

/// A sample deal of the past in the form of an imported row (docs/database-contract.md): how it came to `status` in the days before
/// `lastChange`, with every decision by a person of the sample. A deal under review waits for finance, or for the business approval when
/// `departmentsAreDone`.
QJsonObject sampleStory(const DealDraft &draft, DealStatus status, bool departmentsAreDone, const SamplePerson &owner,
                        const RoutingPolicy &policy, const QDateTime &lastChange);

} // namespace dealdesk
