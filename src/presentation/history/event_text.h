#pragma once

#include "domain/routing.h"
#include "presentation/text/labels.h"
#include "services/history_service.h"

namespace dealdesk {

/// What happened in words: "Draft → Submitted", "Approved: Finance", "Revision 2 submitted".
QString eventText(const HistoryEvent &event, const RoutingPolicy &policy);

/// Who it was: "Grace", or "Grace for Fiona" where she decided as Fiona's delegate.
QString whoText(const HistoryEvent &event);

QString label(HistoryEvent::Source source);
Meaning meaningOf(const HistoryEvent &event);

} // namespace dealdesk
