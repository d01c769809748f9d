#include "presentation/deal_editor/tier_grid_model.h"

#include "presentation/text/format.h"

#include <algorithm>

namespace dealdesk {

TierGridModel::TierGridModel(DealForm &form, QObject *parent)
    : DealGridModel(form, {tr("Annual revenue (USD)"), tr("Gross margin"), tr("Incentives")}, parent)
{
    connect(&form, &DealForm::contentChanged, this, &TierGridModel::refresh);
    connect(&form, &DealForm::problemsChanged, this, &TierGridModel::refresh);
    refresh();
}

std::optional<FieldPath> TierGridModel::pathAt(const QModelIndex &index) const
{
    switch (index.isValid() ? index.column() : -1) {
    case RevenueColumn: return FieldPath{Field::Revenue, index.row()};
    case MarginColumn: return FieldPath{Field::Margin, index.row()};
    default: return std::nullopt;
    }
}

QModelIndex TierGridModel::indexOf(const FieldPath &path) const
{
    if (path.incentive >= 0 || (path.tier < 0 && path.field != Field::Tiers))
        return {};
    const int row = std::min(std::max(path.tier, 0), rowCount() - 1);
    switch (path.field) {
    case Field::Tiers:
    case Field::Revenue: return index(row, RevenueColumn);
    case Field::Margin: return index(row, MarginColumn);
    default: return {};
    }
}

bool TierGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const std::optional<FieldPath> path = pathAt(index);
    if (!path || role != Qt::EditRole)
        return false;
    form().setInput(*path, value.toString());
    return true;
}

QString TierGridModel::rowTitle(int row) const
{
    return tr("Tier %1").arg(row + 1);
}

int TierGridModel::enterBlock(FormContent &content, const QModelIndex &topLeft, const QList<QStringList> &block) const
{
    QList<Tier> &tiers = content.draft.tiers;
    const qsizetype most = content.draft.structure == DealStructure::FlatCommit ? tiers.size() : kMaxTiers;
    while (tiers.size() < std::min<qsizetype>(topLeft.row() + block.size(), most))
        tiers.append(Tier{});
    const int rows = int(std::min<qsizetype>(block.size(), tiers.size() - topLeft.row()));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < block.at(row).size(); ++column) {
            if (const auto path = pathAt(createIndex(topLeft.row() + row, topLeft.column() + column)))
                applyInput(content, *path, block.at(row).at(column), form().reference().catalog);
        }
    }
    return int(block.size()) - rows;
}

QString TierGridModel::tooManyRows(int left) const
{
    const QString reason = form().draft().structure == DealStructure::FlatCommit ? tr("a flat commitment has one tier")
                                                                                 : tr("a deal has %1 tiers at most").arg(kMaxTiers);
    return left == 1 ? tr("One row did not fit: %1.").arg(reason) : tr("%1 rows did not fit: %2.").arg(left).arg(reason);
}

GridCell TierGridModel::inputCell(const FieldPath &path) const
{
    const QString text = form().inputText(path);
    return {text, text, form().problemAt(path), true, true};
}

GridCell TierGridModel::incentivesCell(int tier) const
{
    const Tier &content = form().draft().tiers.at(tier);
    QString text = tr("none");
    if (content.incentives.size() == 1)
        text = tr("1 incentive, %1").arg(formatMoney(content.incentiveCost()));
    else if (content.incentives.size() > 1)
        text = tr("%1 incentives, %2").arg(content.incentives.size()).arg(formatMoney(content.incentiveCost()));
    return {text, text, {}, false, false};
}

void TierGridModel::refresh()
{
    QList<Row> rows;
    for (int tier = 0; tier < form().draft().tiers.size(); ++tier)
        rows.append(Row{inputCell({Field::Revenue, tier}), inputCell({Field::Margin, tier}), incentivesCell(tier)});
    showRows(rows);
}

} // namespace dealdesk
