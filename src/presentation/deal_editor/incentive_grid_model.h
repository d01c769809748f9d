#pragma once

#include "presentation/deal_editor/deal_grid_model.h"

namespace dealdesk {

/// All incentives of the deal, a row each, tier by tier; below them an empty row that becomes the next incentive.
class IncentiveGridModel : public DealGridModel {
    Q_OBJECT

public:
    enum Column { TierColumn, CategoryColumn, SubCategoryColumn, OptionColumn, ValueColumn, NotesColumn };

    explicit IncentiveGridModel(DealForm &form, QObject *parent = nullptr);

    /// Column "Tier" is Field::Incentives with its index: the incentive as a whole. In the empty row the path is of the incentive that it
    /// would become.
    [[nodiscard]] std::optional<FieldPath> pathAt(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexOf(const FieldPath &path) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] bool isNewRow(int row) const { return row == m_lines.size(); }
    /// The names on offer in a catalogue column's cell.
    [[nodiscard]] QStringList choices(const QModelIndex &index) const;
    /// The tier, from 0, that the empty row's incentive will belong to: the preferred one, but never before the last line's, so that
    /// the row stays where it is while it is filled in.
    void preferTier(int tier);
    [[nodiscard]] int newTier() const;

Q_SIGNALS:
    /// An edit moved a line: its cell is there now.
    void lineMoved(const QModelIndex &cell);

protected:
    [[nodiscard]] QString rowTitle(int row) const override;
    int enterBlock(FormContent &content, const QModelIndex &topLeft, const QList<QStringList> &block) const override;
    [[nodiscard]] QString tooManyRows(int left) const override;

private:
    struct Line {
        int tier = 0;
        int incentive = 0;
    };
    static QList<Line> linesOf(const DealDraft &draft);
    void beginLine(int row, const FieldPath &path, const QString &text);
    void enterTierOf(int row, const FieldPath &path, const QString &text);
    Line lineForBlock(FormContent &content, int row, const QString &tierText) const;
    static void moveLines(FormContent &content, QList<FieldInput> changes);
    void refresh();
    [[nodiscard]] Row rowOf(const Line &line) const;
    [[nodiscard]] Row emptyRow() const;

    QList<Line> m_lines;
    int m_preferredTier = 0;
    int m_grownAt = -1; ///< where a row comes next that only the order of events knows
};

} // namespace dealdesk
