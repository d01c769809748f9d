#pragma once

#include "core/enum_codes.h"

#include <QJsonArray>
#include <QJsonObject>

namespace dealdesk {

/// Values of an enumeration as the codes that are stored; none leaves the key out.
template<typename E>
void putCodes(QJsonObject &json, QLatin1StringView key, const QList<E> &values)
{
    QJsonArray codes;
    for (const E value : values)
        codes.append(codeOf(value));
    if (!codes.isEmpty())
        json.insert(key, codes);
}

/// The reverse; unknown codes are left out.
template<typename E>
QList<E> codesFrom(const QJsonValue &json)
{
    QList<E> values;
    const QJsonArray codes = json.toArray();
    for (const QJsonValue code : codes) {
        if (const auto value = fromCode<E>(code.toString()))
            values.append(*value);
    }
    return values;
}

} // namespace dealdesk
