#pragma once

#include "domain/tier_figures.h"
#include "presentation/text/labels.h"

#include <QAbstractTableModel>

namespace dealdesk {

/// The figures of every tier beside the client's previous year: a row per figure, the year in the first column, then a column per tier.
class TierFiguresModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Figure {
        Revenue,
        Margin,
        GrossProfit,
        IncentiveCost,
        AdjustedProfit,
        AdjustedMargin,
        ClientValue,
        RevenueGrowth,
        MarginGrowth,
        ProfitGrowth
    };
    static constexpr int kFigureCount = int(Figure::ProfitGrowth) + 1;
    enum Roles { MeaningRole = Qt::UserRole + 1, ExpectedRole };

    using QAbstractTableModel::QAbstractTableModel;

    void setDeal(const DealDraft &draft, const ClientHistory &history, Ratio clientValueFactor);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString previousYear(Figure figure) const;
    [[nodiscard]] QString ofTier(Figure figure, qsizetype tier) const;
    [[nodiscard]] std::optional<Ratio> growth(Figure figure, qsizetype tier) const;

    QList<Tier> m_tiers;
    QList<TierFigures> m_figures;
    ClientHistory m_history;
    int m_expected = -1;
};

/// The incentives of all tiers, a row each.
class IncentivesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TierColumn, CategoryColumn, SubCategoryColumn, OptionColumn, ValueColumn, NotesColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setDeal(const DealDraft &draft);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        int tier = 1;
        Incentive incentive;
        friend bool operator==(const Row &, const Row &) = default;
    };
    QList<Row> m_rows;
};

} // namespace dealdesk
