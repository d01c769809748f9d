#pragma once

#include "core/enum_codes.h"
#include "presentation/text/labels.h"

#include <QComboBox>
#include <QLineEdit>

namespace dealdesk {

class ErrorLabel;

/// Fills a combo box with every value of an enumeration; `none` is the text of an empty first entry, left out when null.
template<typename E>
void fillWithLabels(QComboBox *combo, const QString &none = {})
{
    if (!none.isNull())
        combo->addItem(none, QString());
    for (const E value : allOf<E>())
        combo->addItem(label(value), QString(codeOf(value)));
}

template<typename E>
void choose(QComboBox *combo, const std::optional<E> &value)
{
    combo->setCurrentIndex(combo->findData(value ? QString(codeOf(*value)) : QString()));
}

template<typename E>
std::optional<E> chosen(const QComboBox *combo)
{
    return fromCode<E>(combo->currentData().toString());
}

/// Says under the field that it must not be empty; true when it is not.
bool checkFilled(QLineEdit *edit, ErrorLabel *error, const QString &sentence);

} // namespace dealdesk
