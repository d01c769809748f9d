#pragma once

#include "domain/actor.h"
#include "presentation/filters/saved_filters.h"

namespace dealdesk {

/// The saved filters of deals.
class DealSavedFilters : public SavedFilters {
    Q_OBJECT

public:
    explicit DealSavedFilters(const Actor &actor, QObject *parent = nullptr);
};

} // namespace dealdesk
