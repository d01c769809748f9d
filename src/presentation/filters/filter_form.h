#pragma once

#include <QJsonObject>
#include <QObject>

namespace dealdesk {

/// One active part of a filter, to be shown and taken away.
struct FilterChip {
    int part = 0; ///< as the form numbers them
    QString text; ///< "Status: draft, scoping"

    friend bool operator==(const FilterChip &, const FilterChip &) = default;
};

/// What a filter of any kind can do without widgets: be shown in words, part by part, and be kept under a name.
class FilterForm : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Only what filters: empty when nothing does.
    [[nodiscard]] virtual QJsonObject stored() const = 0;
    virtual void adopt(const QJsonObject &stored) = 0;
    [[nodiscard]] virtual QList<FilterChip> chips() const = 0;
    virtual void remove(int part) = 0;
    void clear() { adopt({}); }

Q_SIGNALS:
    /// Something in the form changed, by whoever: show it.
    void changed();
};

} // namespace dealdesk
