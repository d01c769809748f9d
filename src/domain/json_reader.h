#pragma once

#include "core/enum_codes.h"
#include "core/money.h"
#include "core/result.h"

#include <QDate>
#include <QJsonObject>
#include <QList>

#include <limits>
#include <memory>

namespace dealdesk {

/// Reads an object key by key and remembers the first value that is not what was expected, so that a whole document is read
/// without a check after each value: look at `status` at the end.
class JsonReader {
public:
    enum class Missing { Allowed, Refused };

    /// `missing` says whether absent keys and nulls are an error or read as empty.
    JsonReader(const QJsonObject &object, Missing missing) : JsonReader(object, {}, missing, std::make_shared<QString>()) {}

    [[nodiscard]] QString text(QLatin1StringView key) const;
    [[nodiscard]] bool boolean(QLatin1StringView key) const;
    [[nodiscard]] QDate date(QLatin1StringView key) const;
    /// A whole number; one beyond ±limit is refused.
    [[nodiscard]] std::optional<qint64> integer(QLatin1StringView key, qint64 limit = std::numeric_limits<qint64>::max()) const;
    [[nodiscard]] std::optional<Money> money(QLatin1StringView key) const; ///< in cents
    [[nodiscard]] QList<int> integers(QLatin1StringView key) const;
    [[nodiscard]] QList<JsonReader> objects(QLatin1StringView key) const;

    template<typename E>
    [[nodiscard]] std::optional<E> code(QLatin1StringView key) const
    {
        const QString value = text(key);
        const std::optional<E> found = fromCode<E>(value);
        if (!found && !value.isEmpty())
            refuse(key);
        return found;
    }

    /// Marks the value at `key` as malformed.
    void refuse(QLatin1StringView key) const;
    /// MalformedInput with the place of the first malformed value ("tiers[1].annual_revenue").
    [[nodiscard]] Status status() const;

private:
    JsonReader(QJsonObject object, QString place, Missing missing, std::shared_ptr<QString> problem);
    [[nodiscard]] std::optional<QJsonValue> find(QLatin1StringView key, QJsonValue::Type type) const;

    QJsonObject m_object;
    QString m_place;
    Missing m_missing;
    std::shared_ptr<QString> m_problem; // one for the whole document
};

} // namespace dealdesk
