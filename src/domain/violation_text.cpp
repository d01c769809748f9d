#include "domain/violation_text.h"

namespace dealdesk {

QString ViolationText::amount(Money money)
{
    const QLocale locale;
    const qint64 cents = qAbs(money.cents() % 100);
    QString text = locale.toString(qlonglong(money.cents() / 100));
    if (cents != 0)
        text += locale.decimalPoint() + QString::number(cents).rightJustified(2, u'0');
    return text;
}

} // namespace dealdesk
