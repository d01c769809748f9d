#pragma once

#include "services/session.h"

#include <QJsonObject>
#include <QUrl>

#include <atomic>

namespace dealdesk {

/// One finding of an import: a repair that was made, something odd that was taken as it is, or a row that was not taken.
struct ImportFinding {
    enum class Kind { Repaired, Kept, Quarantined, Skipped }; ///< Skipped: already here, or nothing that Deal Desk keeps
    Kind kind = Kind::Repaired;
    QString table; ///< deals, deal_tiers, deal_approvals, …
    QString row;   ///< the row's key in the source, "deals/17", "deals/17/tiers/2"
    QString field;
    QString reason;   ///< a sentence
    QString original; ///< the original text of the field, or of the whole row in JSON
    QString repaired; ///< what became of it
    QString wholeRow; ///< of the first finding of a quarantined row: the row in JSON, so that it can be corrected and imported again
    QString context;  ///< what else the row needs to be read without the rest of its capture, in JSON
};

struct ImportCount {
    QString table;
    qint64 rowsIn = 0;
    qint64 imported = 0;
    qint64 quarantined = 0;
    qint64 alreadyThere = 0; ///< rowsIn = imported + quarantined + alreadyThere, always
};

struct ImportReport {
    bool dryRun = true;
    QList<ImportCount> counts;
    QList<ImportFinding> findings;

    [[nodiscard]] bool balances() const; ///< the sums of every table
};

struct ImportProgress {
    std::atomic<int> done = 0;
    std::atomic<int> total = -1;
    std::atomic<bool> cancelRequested = false;
};

/// Old data of the prototype: a capture file, its running HTTP API, or a corrected quarantine file (CSV).
class ImportService {
public:
    explicit ImportService(Session &session);

    /// A capture as one JSON object keyed by endpoint: from a file, or read from a running prototype by http(s) URL.
    QCoro::Task<Result<QJsonObject>> read(QUrl source, std::shared_ptr<ImportProgress> progress) const;
    /// The same code with and without writing; a dry run gives the same report. Only an administrator may import for real.
    QCoro::Task<Result<ImportReport>> run(QJsonObject capture, bool dryRun, std::shared_ptr<ImportProgress> progress) const;

    /// The quarantine as a CSV that can be corrected and read again by read().
    static Status writeReport(const ImportReport &report, const QString &filePath);

private:
    Session &m_session;
};

} // namespace dealdesk
