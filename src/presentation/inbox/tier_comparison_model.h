#pragma once

#include "domain/client_history.h"
#include "domain/deal_draft.h"
#include "domain/tier_figures.h"

#include <QAbstractTableModel>

namespace dealdesk {

/// The figures of every tier beside the client's previous year: a row per figure, a column for last year and one per tier.
/// Cells hold texts; DirectionRole says better (1), worse (-1) or neither (0)
/// for growth figures, ExpectedRole whether the column is the expected tier.
class TierComparisonModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Figure {
        Revenue,
        Margin,
        GrossProfit,
        IncentiveCost,
        AdjustedProfit,
        AdjustedMargin,
        ClientValue,
        RevenueGrowth,
        MarginGrowth,
        ProfitGrowth,
        FigureCount
    };
    enum Roles { DirectionRole = Qt::UserRole + 1, ExpectedRole };

    using QAbstractTableModel::QAbstractTableModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    void setTiers(const QList<Tier> &tiers, const ClientHistory &history, Ratio clientValueFactor);

private:
    [[nodiscard]] QString lastYear(Figure figure) const;
    [[nodiscard]] QString ofTier(int tier, Figure figure) const;
    [[nodiscard]] std::optional<Ratio> growth(int tier, Figure figure) const;

    QList<Tier> m_tiers;
    QList<TierFigures> m_figures;
    ClientHistory m_history;
};

} // namespace dealdesk
