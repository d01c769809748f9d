#pragma once

#include "services/import/source_row.h"

#include <QJsonArray>

namespace dealdesk {

/// A capture: what the prototype's HTTP API answered, keyed by endpoint ("deals", "deals/6/tiers", …). Read leniently: a list may stand
/// by itself or within an object.
class Capture {
public:
    explicit Capture(QJsonObject answers) : m_answers(std::move(answers)) {}

    [[nodiscard]] bool has(const QString &endpoint) const { return m_answers.contains(endpoint); }
    [[nodiscard]] QStringList endpoints() const { return m_answers.keys(); }
    /// The error that the prototype answered with, or that reading met; empty where there is a list.
    [[nodiscard]] QString problem(const QString &endpoint) const;
    /// The rows of an endpoint. `address` is the prefix of theirs: "deals/6/tiers" gives "deals/6/tiers/1", …
    [[nodiscard]] QList<SourceRow> rows(const QString &endpoint, const QString &table, const QString &address) const;
    [[nodiscard]] QJsonArray list(const QString &endpoint) const;
    /// What a corrected quarantine carries beside its rows: the key of a row, and the people that its children name.
    [[nodiscard]] QJsonObject contextOf(const QString &address) const;

    static constexpr char kContext[] = "$context";
    static constexpr char kAddress[] = "$address"; ///< of a row from a quarantine: where it was in the capture it came from

private:
    QJsonObject m_answers;
};

} // namespace dealdesk
