#pragma once

#include "core/money.h"

#include <QCoreApplication>
#include <QLocale>

namespace dealdesk {

/// ViolationText::tr: the sentences of violations, in the translation context "Violation".
class ViolationText {
    Q_DECLARE_TR_FUNCTIONS(Violation)

public:
    /// An amount as the locale writes it, cents only where there are some: "1,000,000", "12.50".
    static QString amount(Money money);
};

} // namespace dealdesk
