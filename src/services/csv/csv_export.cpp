#include "services/csv/csv_export.h"

#include "data/rows.h"

#include <QSaveFile>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr qsizetype kBufferSize = 256 * 1024;

tl::unexpected<Error> notWritten(const QSaveFile &file)
{
    const QStorageInfo storage(QFileInfo(file.fileName()).absolutePath());
    const bool isFull = storage.isValid() && storage.bytesAvailable() < kBufferSize * 4;
    return failure(isFull ? ErrorCode::DiskFull : ErrorCode::FileNotWritable, file.errorString());
}

QByteArray header(const ReportSource &source, bool byteOrderMark)
{
    QStringList names;
    for (const CsvColumnName &column : source.columns)
        names += column.name;
    return (byteOrderMark ? QByteArray(kByteOrderMark) : QByteArray()) + csvRecord(names, CsvColumn::Plain);
}

Status countRows(Connection &connection, const ReportSource &source, ExportProgress &progress)
{
    const SqlText count = countStatement(source);
    const auto rows = readRows(connection, count.sql, count.values, [](const Query &row) { return row.integer(0); });
    if (!rows)
        return failure(rows.error());
    progress.rowsTotal = rows->value(0);
    return Nothing{};
}

Result<Query> startedQuery(Connection &connection, const ReportSource &source)
{
    const SqlText statement = csvStatement(source, connection.dialect());
    auto query = connection.prepare(statement.sql, u"export "_s + source.view);
    if (!query)
        return query;
    for (const QVariant &value : statement.values)
        query->bind(value);
    if (const Status started = query->exec(); !started)
        return failure(started.error());
    return query;
}

} // namespace

Result<ExportSummary> exportRows(Connection &connection, const ReportSource &source, const ExportOptions &options, ExportProgress &progress)
{
    if (const Status counted = source.isCountCheap ? countRows(connection, source, progress) : Status(Nothing{}); !counted)
        return failure(counted.error());
    QSaveFile file(options.filePath);
    if (!file.open(QIODevice::WriteOnly))
        return notWritten(file);
    auto query = startedQuery(connection, source);
    if (!query)
        return failure(query.error());
    ExportSummary summary;
    QByteArray buffer = header(source, options.byteOrderMark);
    while (query->next()) {
        buffer += query->value(0).toByteArray();
        progress.rowsWritten = ++summary.rows;
        if (progress.cancelRequested)
            return failure(ErrorCode::Cancelled);
        if (buffer.size() < kBufferSize)
            continue;
        if (file.write(buffer) != buffer.size())
            return notWritten(file);
        summary.bytes += buffer.size();
        buffer.clear();
    }
    if (const Status read = query->status(); !read)
        return failure(read.error());
    summary.bytes += buffer.size();
    if (file.write(buffer) != buffer.size() || !file.commit())
        return notWritten(file);
    return summary;
}

} // namespace dealdesk
