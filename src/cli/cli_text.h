#pragma once

#include <QCoreApplication>

namespace dealdesk {

/// The translation context of the command line.
class CliText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::CommandLine)
};

} // namespace dealdesk
