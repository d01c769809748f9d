#pragma once

#include "domain/routing.h"

#include <QStringList>

namespace dealdesk {

/// "Finance: always asked", "Creative: Product & Innovation incentive on tier 2".
QString reasonText(const DepartmentStep &step);
QString reasonText(const DepartmentReason &reason);

/// "VP: top tier revenue 480,000 USD is above the director limit of 100,000"; says so above the top limit.
QString businessReasonText(const RoutingPlan &plan, const RoutingPolicy &policy);

/// "director", "VP": a level as it is called within a sentence.
QString levelNameWithinSentence(const RoutingPolicy &policy, const QString &level);

/// The whole path, a line per step, stage 1 first.
QStringList routingInWords(const RoutingPlan &plan, const RoutingPolicy &policy);

} // namespace dealdesk
