#pragma once

#include "core/money.h"
#include "desktop/widgets/value_edit.h"

namespace dealdesk {

/// An amount in US dollars; reads "480k", "1.2m", "480,000.00" (presentation/text/user_input.h).
class MoneyEdit : public ValueEdit {
    Q_OBJECT

public:
    explicit MoneyEdit(QWidget *parent = nullptr);

    /// Nothing when empty or unreadable.
    [[nodiscard]] std::optional<Money> money() const;
    /// Without edited(). Leaves the text alone while it already means this amount: typing is never reformatted, and nothing
    /// unreadable is thrown away (clear() does that).
    void setMoney(const std::optional<Money> &amount);

protected:
    [[nodiscard]] std::optional<QString> formatted(const QString &text) const override;
    [[nodiscard]] QString unreadableReason() const override;
};

} // namespace dealdesk
