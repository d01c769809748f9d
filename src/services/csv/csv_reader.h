#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QStringList>

namespace dealdesk {

/// A CSV with a header line, as spreadsheets write it back.
struct CsvTable {
    QStringList columns;
    QList<QStringList> rows; ///< each as long as `columns`

    [[nodiscard]] qsizetype column(const QString &name) const { return columns.indexOf(name); }
};

/// Reads RFC 4180 with its usual variations: CRLF, LF or CR, a byte order mark, semicolons or tabs instead of commas (as spreadsheets
/// of other locales save), UTF-8 or UTF-16. Lines without any text are left out; short records are filled up.
/// MalformedInput, with the line in `detail`, for an unclosed quote, text after a closing quote, and records longer than the header.
Result<CsvTable> readCsv(const QByteArray &bytes);

} // namespace dealdesk
