#include "services/import/import_tally.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

ImportTally::ImportTally(ImportReport &report) : m_report(report)
{
    if (!m_report.counts.isEmpty())
        return;
    for (const auto *table : {"users", "advertisers", "agencies", "approval_departments", "deals", "deal_tiers", "tier_incentives",
                              "deal_approvals", "approval_actions", "deal_status_history", "deal_comments", "deal_scoping_requests"}) {
        ImportCount count;
        count.table = QLatin1StringView(table);
        m_report.counts += count;
    }
}

void ImportTally::imported(const QList<SourceRow> &rows)
{
    for (const SourceRow &row : rows) {
        count(row, &ImportCount::imported);
        m_report.findings += row.notes();
    }
}

void ImportTally::quarantined(const QList<SourceRow> &rows, const QString &reason)
{
    for (const SourceRow &row : rows) {
        count(row, &ImportCount::quarantined);
        m_report.findings += row.quarantined(reason);
    }
}

void ImportTally::alreadyThere(const QList<SourceRow> &rows, const QString &reason)
{
    for (const SourceRow &row : rows)
        count(row, &ImportCount::alreadyThere);
    ImportFinding finding;
    finding.kind = ImportFinding::Kind::Skipped;
    finding.table = rows.first().table();
    finding.row = rows.first().address();
    finding.reason = reason;
    finding.original = rows.first().jsonText();
    m_report.findings += finding;
}

void ImportTally::count(const SourceRow &row, qint64 ImportCount::*outcome)
{
    const auto add = [this, outcome](const QString &table, qint64 rows) {
        ImportCount &counted = countOf(table);
        counted.rowsIn += rows;
        counted.*outcome += rows;
    };
    add(row.table(), 1);
    for (auto it = row.nested().begin(); it != row.nested().end(); ++it)
        add(it.key(), it.value());
}

ImportCount &ImportTally::countOf(const QString &table)
{
    const auto found = std::find_if(m_report.counts.begin(), m_report.counts.end(),
                                    [&table](const ImportCount &c) { return c.table == table; });
    if (found != m_report.counts.end())
        return *found;
    ImportCount count;
    count.table = table;
    m_report.counts += count;
    return m_report.counts.last();
}

} // namespace dealdesk
