#pragma once

#include "presentation/deal_editor/deal_form.h"
#include "presentation/deal_editor/snapshot_table_model.h"

namespace dealdesk {

/// A grid of the deal editor over a form: each cell is a field of the deal, edited as text; blocks go to and from spreadsheets.
class DealGridModel : public SnapshotTableModel {
    Q_OBJECT

public:
    DealGridModel(DealForm &form, const QStringList &headers, QObject *parent = nullptr);

    [[nodiscard]] DealForm &form() const { return m_form; }
    /// The field in a cell; nothing where the cell is computed.
    [[nodiscard]] virtual std::optional<FieldPath> pathAt(const QModelIndex &index) const = 0;
    /// The cell of a field; invalid when it is elsewhere. A whole tier or incentive is its first cell.
    [[nodiscard]] virtual QModelIndex indexOf(const FieldPath &path) const = 0;

    /// The block's cells in their plain input form, with a tab between cells.
    [[nodiscard]] QString copy(const QModelIndexList &cells) const;
    /// Enters a block from its top left cell on, as one step. What cannot be read stays as text in its cell and is among the problems.
    /// The answer tells what did not fit, empty when all did.
    QString paste(const QModelIndex &topLeft, const QString &clipboard);
    /// The same single text into every cell.
    void fill(const QModelIndexList &cells, const QString &text);
    void clear(const QModelIndexList &cells) { fill(cells, QString()); }

protected:
    /// Enters a pasted block into the copy of the content that becomes the next step, making room where it can; how many of the block's
    /// rows did not fit.
    virtual int enterBlock(FormContent &content, const QModelIndex &topLeft, const QList<QStringList> &block) const = 0;
    [[nodiscard]] virtual QString tooManyRows(int left) const = 0;

private:
    DealForm &m_form;
};

} // namespace dealdesk
