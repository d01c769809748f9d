#include "presentation/deal_editor/figures_model.h"

#include "presentation/text/format.h"

namespace dealdesk {

namespace {
QString amountText(const std::optional<Money> &amount, bool compact)
{
    if (!amount)
        return formatMoney(amount);
    return compact ? formatMoneyCompact(*amount) : formatAmount(*amount);
}

/// Compact: whole percents once a figure has doubled.
QString growthText(std::optional<Ratio> growth, bool compact)
{
    constexpr qint64 kPercent = Ratio::kScale / 100;
    if (compact && growth && growth->millionths() >= Ratio::kScale)
        growth = Ratio::fromPercent((growth->millionths() + kPercent / 2) / kPercent);
    return formatGrowth(growth);
}

std::optional<Money> amountOf(const TierFigures &figures, int row)
{
    switch (row) {
    case FiguresModel::GrossProfit: return figures.grossProfit;
    case FiguresModel::IncentiveCost: return figures.incentiveCost;
    case FiguresModel::AdjustedProfit: return figures.adjustedGrossProfit;
    case FiguresModel::ClientValue: return figures.clientValue;
    default: return std::nullopt;
    }
}

std::optional<Ratio> ratioOf(const TierFigures &figures, int row)
{
    switch (row) {
    case FiguresModel::AdjustedMargin: return figures.adjustedGrossMargin;
    case FiguresModel::RevenueGrowth: return figures.revenueGrowth;
    case FiguresModel::MarginGrowth: return figures.marginGrowth;
    case FiguresModel::ProfitGrowth: return figures.profitGrowth;
    default: return std::nullopt;
    }
}

int signOf(qint64 value)
{
    return value < 0 ? -1 : value > 0 ? 1 : 0;
}

/// Growth is coloured both ways, a result only when it is a loss.
int signFor(const TierFigures &figures, int row)
{
    const bool isGrowth = row >= FiguresModel::RevenueGrowth;
    if (const std::optional<Ratio> ratio = ratioOf(figures, row))
        return isGrowth ? signOf(ratio->millionths()) : std::min(0, signOf(ratio->millionths()));
    if (const std::optional<Money> amount = amountOf(figures, row))
        return std::min(0, signOf(amount->cents()));
    return 0;
}
} // namespace

FiguresModel::FiguresModel(DealForm &form, QObject *parent) : QAbstractTableModel(parent), m_form(form), m_figures(form.figures())
{
    connect(&form, &DealForm::figuresChanged, this, &FiguresModel::refresh);
}

int FiguresModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : RowCount;
}

int FiguresModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_figures.size());
}

QString FiguresModel::text(const TierFigures &figures, int row, bool compact) const
{
    switch (row) {
    case AdjustedMargin: return formatPercent(figures.adjustedGrossMargin);
    case RevenueGrowth:
    case MarginGrowth:
    case ProfitGrowth: return growthText(ratioOf(figures, row), compact);
    default: return amountText(amountOf(figures, row), compact);
    }
}

QVariant FiguresModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TierFigures &figures = m_figures.at(index.column());
    switch (role) {
    case Qt::DisplayRole: return data(index, m_compact ? CompactRole : ExactRole);
    case CompactRole: return data(index, HasDataRole).toBool() ? text(figures, index.row(), true) : QString(QChar(0x2013));
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
    case ExactRole: return text(figures, index.row(), false);
    case Qt::TextAlignmentRole: return QVariant::fromValue(int(Qt::AlignRight | Qt::AlignVCenter));
    case SignRole: return signFor(figures, index.row());
    case HasDataRole: return amountOf(figures, index.row()).has_value() || ratioOf(figures, index.row()).has_value();
    default: return {};
    }
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole || section < 0)
        return {};
    if (orientation == Qt::Horizontal)
        return tr("Tier %1").arg(section + 1);
    switch (section) {
    case GrossProfit: return tr("Gross profit");
    case IncentiveCost: return tr("Incentive cost");
    case AdjustedProfit: return tr("Adjusted profit");
    case AdjustedMargin: return tr("Adjusted margin");
    case ClientValue: return tr("Client value");
    case RevenueGrowth: return tr("Revenue growth");
    case MarginGrowth: return tr("Margin growth");
    case ProfitGrowth: return tr("Profit growth");
    default: return {};
    }
}

void FiguresModel::setCompact(bool compact)
{
    if (m_compact == compact)
        return;
    m_compact = compact;
    if (columnCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(RowCount - 1, columnCount() - 1));
}

void FiguresModel::refresh()
{
    const QList<TierFigures> &now = m_form.figures();
    const int before = int(m_figures.size());
    const int after = int(now.size());
    if (after > before) {
        beginInsertColumns({}, before, after - 1);
        m_figures = now;
        endInsertColumns();
    } else if (after < before) {
        beginRemoveColumns({}, after, before - 1);
        m_figures = now;
        endRemoveColumns();
    }
    m_figures = now;
    if (after > 0)
        Q_EMIT dataChanged(index(0, 0), index(RowCount - 1, after - 1));
}

} // namespace dealdesk
