#include "desktop/widgets/money_edit.h"

#include "presentation/text/user_input.h"

namespace dealdesk {

MoneyEdit::MoneyEdit(QWidget *parent) : ValueEdit(parent)
{
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

std::optional<Money> MoneyEdit::money() const
{
    return moneyFromInput(rawText(), locale());
}

void MoneyEdit::setMoney(const std::optional<Money> &amount)
{
    if (amount != money())
        setRawText(amount ? moneyForInput(*amount, locale()) : QString());
}

std::optional<QString> MoneyEdit::formatted(const QString &text) const
{
    const auto amount = moneyFromInput(text, locale());
    return amount ? std::optional(moneyForInput(*amount, locale())) : std::nullopt;
}

QString MoneyEdit::unreadableReason() const
{
    return tr("This is not an amount. Write it like %1 or 480k.").arg(moneyForInput(Money::fromDollars(480'000), locale()));
}

} // namespace dealdesk
