#pragma once

#include "presentation/deal_editor/deal_grid_model.h"

namespace dealdesk {

/// The deal's tiers, a row each: revenue and margin to enter, and what its incentives come to.
class TierGridModel : public DealGridModel {
    Q_OBJECT

public:
    enum Column { RevenueColumn, MarginColumn, IncentivesColumn };

    explicit TierGridModel(DealForm &form, QObject *parent = nullptr);

    [[nodiscard]] std::optional<FieldPath> pathAt(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexOf(const FieldPath &path) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

protected:
    [[nodiscard]] QString rowTitle(int row) const override;
    int enterBlock(FormContent &content, const QModelIndex &topLeft, const QList<QStringList> &block) const override;
    [[nodiscard]] QString tooManyRows(int left) const override;

private:
    void refresh();
    [[nodiscard]] GridCell inputCell(const FieldPath &path) const;
    [[nodiscard]] GridCell incentivesCell(int tier) const;
};

} // namespace dealdesk
