#include "services/import/quarantine_file.h"

#include "services/csv/csv_reader.h"
#include "services/csv/csv_text.h"
#include "services/import/capture.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

const QStringList &columns()
{
    static const QStringList names{u"kind"_s,     u"table"_s,     u"row"_s,      u"field"_s,     u"reason"_s,
                                   u"original"_s, u"corrected"_s, u"repaired"_s, u"whole_row"_s, u"context"_s};
    return names;
}

QString kindText(ImportFinding::Kind kind)
{
    switch (kind) {
    case ImportFinding::Kind::Repaired: return u"repaired"_s;
    case ImportFinding::Kind::Kept: return u"kept"_s;
    case ImportFinding::Kind::Quarantined: return u"quarantined"_s;
    case ImportFinding::Kind::Skipped: return u"skipped"_s;
    }
    return {};
}

/// A quarantined row put together again from its lines.
struct CorrectedRow {
    QString table;
    QJsonObject json;
    QJsonObject context;
};

Result<QJsonObject> jsonIn(const QString &text, const QString &place)
{
    if (text.isEmpty())
        return QJsonObject();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8(), &error);
    if (!document.isObject())
        return failure(ErrorCode::MalformedInput, u"%1: %2"_s.arg(place, error.errorString()));
    return document.object();
}

QJsonValue correctedValue(const QString &text)
{
    return text.trimmed() == "null"_L1 ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

// "growthAmbition", or "incentives[1].value" within a list of the row.
void correct(QJsonObject &row, const QString &field, const QString &text)
{
    static const QRegularExpression nested(uR"(^(\w+)\[(\d+)\]\.(\w+)$)"_s);
    const auto match = nested.match(field);
    if (!match.hasMatch()) {
        row.insert(field, correctedValue(text));
        return;
    }
    QJsonArray list = row.value(match.captured(1)).toArray();
    const qsizetype index = match.captured(2).toLongLong();
    if (index >= list.size())
        return;
    QJsonObject element = list.at(index).toObject();
    element.insert(match.captured(3), correctedValue(text));
    list[index] = element;
    row.insert(match.captured(1), list);
}

/// Where the rows of a table stand in a capture.
QString endpointOf(const QString &table, const QString &address)
{
    static const QHash<QString, QString> endpoints{
        {u"users"_s, u"admin/users"_s}, {u"advertisers"_s, u"advertisers"_s},
        {u"agencies"_s, u"agencies"_s}, {u"approval_departments"_s, u"approval-departments"_s},
        {u"deals"_s, u"deals"_s},       {u"deal_scoping_requests"_s, u"deal-scoping-requests"_s}};
    const QString known = endpoints.value(table);
    if (!known.isEmpty())
        return known;
    const QStringList parts = address.split(u'/');
    return parts.size() == 4 && parts.first() == "deals"_L1 ? u"deals/%1/%2"_s.arg(parts.at(1).section(u'#', 0, 0), parts.at(2))
                                                            : QString();
}

class Reassembly {
public:
    explicit Reassembly(const CsvTable &table) : m_table(table) {}

    Status add(const QStringList &line)
    {
        const QString address = cell(line, "row"_L1);
        const QString kind = cell(line, "kind"_L1);
        if (address.isEmpty() || (!kind.isEmpty() && kind != "quarantined"_L1))
            return Nothing{};
        if (!m_rows.contains(address))
            m_order += address;
        CorrectedRow &row = m_rows[address];
        row.table = cell(line, "table"_L1);
        const auto json = jsonIn(cell(line, "whole_row"_L1), address);
        const auto context = jsonIn(cell(line, "context"_L1), address);
        if (!json || !context)
            return failure(json ? context.error() : json.error());
        if (!json->isEmpty())
            row.json = *json;
        if (!context->isEmpty())
            row.context = *context;
        if (!cell(line, "corrected"_L1).isEmpty() && !cell(line, "field"_L1).isEmpty())
            m_corrections += {address, cell(line, "field"_L1), cell(line, "corrected"_L1)};
        return Nothing{};
    }

    Result<QJsonObject> capture()
    {
        for (const auto &[address, field, text] : std::as_const(m_corrections))
            correct(m_rows[address].json, field, text);
        QHash<QString, QJsonArray> lists;
        QJsonObject contexts;
        for (const QString &address : std::as_const(m_order)) {
            CorrectedRow row = m_rows.value(address);
            const QString endpoint = endpointOf(row.table, address);
            if (endpoint.isEmpty() || row.json.isEmpty())
                return failure(ErrorCode::MalformedInput, u"%1: the row has no content or an unknown table"_s.arg(address));
            row.json.insert(QLatin1StringView(Capture::kAddress), address);
            lists[endpoint] += row.json;
            if (!row.context.isEmpty())
                contexts.insert(address, row.context);
        }
        QJsonObject capture{{QLatin1StringView(Capture::kContext), contexts}};
        for (auto it = lists.begin(); it != lists.end(); ++it)
            capture.insert(it.key(), it.value());
        return capture;
    }

private:
    struct Correction {
        QString address;
        QString field;
        QString text;
    };

    [[nodiscard]] QString cell(const QStringList &line, QLatin1StringView name) const
    {
        const qsizetype column = m_table.column(name);
        return column < 0 ? QString() : withoutDefusing(line.at(column));
    }

    const CsvTable &m_table;
    QHash<QString, CorrectedRow> m_rows;
    QStringList m_order;
    QList<Correction> m_corrections;
};

} // namespace

Status writeQuarantine(const ImportReport &report, const QString &filePath)
{
    QSaveFile file(filePath);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::FileNotWritable, file.errorString());
    file.write(kByteOrderMark);
    file.write(csvRecord(columns()));
    for (const ImportFinding &finding : report.findings) {
        // The whole row stands in its own column; a child that waits for its deal needs no second copy.
        const QString original = finding.field.isEmpty() && !finding.wholeRow.isEmpty() ? QString() : finding.original;
        file.write(csvRecord({kindText(finding.kind),
                              finding.table,
                              finding.row,
                              finding.field,
                              finding.reason,
                              original,
                              {},
                              finding.repaired,
                              finding.wholeRow,
                              finding.context}));
    }
    if (!file.commit())
        return failure(ErrorCode::FileNotWritable, file.errorString());
    return Nothing{};
}

Result<QJsonObject> readQuarantine(const QByteArray &csv)
{
    const Result<CsvTable> table = readCsv(csv);
    if (!table)
        return failure(table.error());
    for (const auto needed : {"table"_L1, "row"_L1, "whole_row"_L1}) {
        if (table->column(needed) < 0)
            return failure(ErrorCode::MalformedInput, u"line 1: the column %1 is missing"_s.arg(needed));
    }
    Reassembly rows(*table);
    for (const QStringList &line : table->rows) {
        if (const Status added = rows.add(line); !added)
            return failure(added.error());
    }
    return rows.capture();
}

bool looksLikeQuarantine(const QByteArray &bytes)
{
    const QByteArray start = bytes.first(std::min<qsizetype>(bytes.size(), 64)).trimmed();
    const QByteArray text = start.startsWith(kByteOrderMark) ? start.sliced(3) : start;
    return !text.startsWith('{') && !text.startsWith('[');
}

} // namespace dealdesk
