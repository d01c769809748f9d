#include "presentation/deal_editor/clipboard_table.h"

#include <optional>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {
/// Reads a quoted cell from the opening quote on; `at` is left behind the closing one. Without one, the quote is an ordinary
/// character and nothing is returned.
std::optional<QString> quotedCell(const QString &text, qsizetype &at)
{
    QString cell;
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text.at(i) != u'"') {
            cell += text.at(i);
        } else if (i + 1 < text.size() && text.at(i + 1) == u'"') {
            cell += u'"';
            ++i;
        } else {
            at = i + 1;
            return cell;
        }
    }
    return std::nullopt;
}
} // namespace

QList<QStringList> cellsFromClipboard(const QString &clipboard)
{
    QString text = clipboard;
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool atStart = true;
    qsizetype i = 0;
    const auto endCell = [&] {
        row.append(cell.trimmed());
        cell.clear();
        atStart = true;
    };
    const auto endRow = [&] {
        endCell();
        rows.append(row);
        row.clear();
    };
    while (i < text.size()) {
        const QChar c = text.at(i);
        if (c == u'"' && atStart) {
            if (const std::optional<QString> quoted = quotedCell(text, i)) {
                cell = *quoted;
                atStart = false;
                continue;
            }
        }
        if (c == u'\t')
            endCell();
        else if (c == u'\n')
            endRow();
        else {
            cell += c;
            atStart = false;
        }
        ++i;
    }
    // Spreadsheets end the last row too: what follows is a row only when there is something in it.
    if (!cell.isEmpty() || !row.isEmpty())
        endRow();
    return rows;
}

QString clipboardFromCells(const QList<QStringList> &rows)
{
    QStringList lines;
    for (const QStringList &row : rows) {
        QStringList cells;
        for (QString cell : row) {
            if (cell.contains(u'\t') || cell.contains(u'\n') || cell.contains(u'"'))
                cell = u'"' + cell.replace(u'"', "\"\""_L1) + u'"';
            cells.append(cell);
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace dealdesk
