#include "presentation/deal_editor/deal_grid_model.h"

#include "presentation/deal_editor/clipboard_table.h"

#include <algorithm>

namespace dealdesk {

using namespace Qt::StringLiterals;

DealGridModel::DealGridModel(DealForm &form, const QStringList &headers, QObject *parent)
    : SnapshotTableModel(headers, parent), m_form(form)
{
}

QString DealGridModel::copy(const QModelIndexList &cells) const
{
    if (cells.isEmpty())
        return {};
    const auto [top, bottom] = std::minmax_element(cells.begin(), cells.end(),
                                                   [](const auto &a, const auto &b) { return a.row() < b.row(); });
    const auto [left, right] = std::minmax_element(cells.begin(), cells.end(),
                                                   [](const auto &a, const auto &b) { return a.column() < b.column(); });
    QList<QStringList> rows;
    for (int row = top->row(); row <= bottom->row(); ++row) {
        QStringList texts;
        for (int column = left->column(); column <= right->column(); ++column) {
            const QModelIndex cell = index(row, column);
            texts.append(cells.contains(cell) ? cell.data(Qt::EditRole).toString() : QString());
        }
        rows.append(texts);
    }
    return clipboardFromCells(rows);
}

QString DealGridModel::paste(const QModelIndex &topLeft, const QString &clipboard)
{
    const QList<QStringList> block = cellsFromClipboard(clipboard);
    if (block.isEmpty() || !topLeft.isValid())
        return {};
    int rowsLeft = 0;
    m_form.edit([&](FormContent &content) { rowsLeft = enterBlock(content, topLeft, block); }, pathAt(topLeft));
    const int columns = columnCount() - topLeft.column();
    const bool columnsLeft = std::any_of(block.begin(), block.end(), [columns](const QStringList &row) { return row.size() > columns; });
    QStringList remarks;
    if (rowsLeft > 0)
        remarks.append(tooManyRows(rowsLeft));
    if (columnsLeft)
        remarks.append(tr("The columns beyond the last one were left out."));
    return remarks.join(u' ');
}

void DealGridModel::fill(const QModelIndexList &cells, const QString &text)
{
    QList<FieldInput> inputs;
    for (const QModelIndex &cell : cells) {
        const std::optional<FieldPath> path = pathAt(cell);
        if (path && (flags(cell) & Qt::ItemIsEditable))
            inputs.append({*path, text});
    }
    m_form.setInputs(inputs);
}

} // namespace dealdesk
