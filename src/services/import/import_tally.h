#pragma once

#include "services/import/source_row.h"

namespace dealdesk {

/// Keeps the sums and findings of an import: every row of the old data passes here exactly once.
class ImportTally {
public:
    explicit ImportTally(ImportReport &report);

    void imported(const QList<SourceRow> &rows);
    void quarantined(const QList<SourceRow> &rows, const QString &reason);
    /// Already in the database, or nothing that Deal Desk keeps; told once, at the first of the rows.
    void alreadyThere(const QList<SourceRow> &rows, const QString &reason);
    void tell(const ImportFinding &finding) { m_report.findings += finding; }

private:
    void count(const SourceRow &row, qint64 ImportCount::*outcome);
    ImportCount &countOf(const QString &table);

    ImportReport &m_report;
};

} // namespace dealdesk
