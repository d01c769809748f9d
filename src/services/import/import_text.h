#pragma once

#include <QCoreApplication>

namespace dealdesk {

/// The translation context of what an import says about the old data.
class ImportText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::Import)
};

} // namespace dealdesk
