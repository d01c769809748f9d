#pragma once

#include "presentation/deal_editor/deal_form.h"

#include <QAbstractTableModel>

namespace dealdesk {

/// The computed figures, a row each and a column per tier, so that tiers are compared side by side.
class FiguresModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Row {
        GrossProfit,
        IncentiveCost,
        AdjustedProfit,
        AdjustedMargin,
        ClientValue,
        RevenueGrowth,
        MarginGrowth,
        ProfitGrowth,
        RowCount
    };

    /// Qt::UserRole + 1: the sign of a growth or result, -1, 0 or 1, for colour; 2: whether there is a figure at all.
    static constexpr int SignRole = Qt::UserRole + 1;
    static constexpr int HasDataRole = Qt::UserRole + 2;
    /// The exact amount, whatever the cell shows.
    static constexpr int ExactRole = Qt::UserRole + 3;
    static constexpr int CompactRole = Qt::UserRole + 4; ///< what it shows at its shortest

    explicit FiguresModel(DealForm &form, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// Short amounts ("168 K"), and a dash for "no data", where whole ones do not fit; the tooltip has the whole.
    void setCompact(bool compact);

private:
    void refresh();
    [[nodiscard]] QString text(const TierFigures &figures, int row, bool compact) const;

    DealForm &m_form;
    QList<TierFigures> m_figures;
    bool m_compact = false;
};

} // namespace dealdesk
