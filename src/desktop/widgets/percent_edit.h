#pragma once

#include "core/ratio.h"
#include "desktop/widgets/value_edit.h"

namespace dealdesk {

/// A fraction shown in percent; reads "35", "35.5%", "0.355" (presentation/text/user_input.h).
class PercentEdit : public ValueEdit {
    Q_OBJECT

public:
    explicit PercentEdit(QWidget *parent = nullptr);

    /// Nothing when empty or unreadable.
    [[nodiscard]] std::optional<Ratio> ratio() const;
    /// Without edited(). Leaves the text alone while it already means this fraction: typing is never reformatted, and nothing
    /// unreadable is thrown away (clear() does that).
    void setRatio(const std::optional<Ratio> &ratio);

protected:
    [[nodiscard]] std::optional<QString> formatted(const QString &text) const override;
    [[nodiscard]] QString unreadableReason() const override;
};

} // namespace dealdesk
