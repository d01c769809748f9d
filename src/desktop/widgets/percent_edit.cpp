#include "desktop/widgets/percent_edit.h"

#include "presentation/text/user_input.h"

namespace dealdesk {

PercentEdit::PercentEdit(QWidget *parent) : ValueEdit(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

std::optional<Ratio> PercentEdit::ratio() const
{
    return percentFromInput(rawText(), locale());
}

void PercentEdit::setRatio(const std::optional<Ratio> &ratio)
{
    if (ratio != this->ratio())
        setRawText(ratio ? percentForInput(*ratio, locale()) : QString());
}

std::optional<QString> PercentEdit::formatted(const QString &text) const
{
    const auto ratio = percentFromInput(text, locale());
    return ratio ? std::optional(percentForInput(*ratio, locale())) : std::nullopt;
}

QString PercentEdit::unreadableReason() const
{
    return tr("This is not a percentage. Write it like %1.").arg(percentForInput(Ratio::fromMillionths(355'000), locale()));
}

} // namespace dealdesk
