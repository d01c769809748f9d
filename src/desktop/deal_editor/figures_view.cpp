#include "desktop/deal_editor/figures_view.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/spacing.h"
#include "presentation/deal_editor/figures_model.h"
#include "presentation/text/format.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
class FigureDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const int sign = index.data(FiguresModel::SignRole).toInt();
        const bool known = index.data(FiguresModel::HasDataRole).toBool();
        const Tone tone = !known ? Tone::Muted : sign < 0 ? Tone::Negative : sign > 0 ? Tone::Positive : Tone::Neutral;
        if (tone != Tone::Neutral)
            option->palette.setColor(QPalette::Text, toneColors(tone, option->palette).foreground);
        if (known && (index.row() == FiguresModel::AdjustedProfit || index.row() == FiguresModel::AdjustedMargin))
            option->font.setWeight(QFont::DemiBold);
    }
};

constexpr int kFigureRowHeight = 26;
} // namespace

FiguresView::FiguresView(FiguresModel *figures, QWidget *parent) : QTableView(parent), m_figures(figures)
{
    setObjectName(u"figuresTable"_s);
    setAccessibleName(tr("Figures per tier"));
    setItemDelegate(new FigureDelegate(this));
    setModel(figures);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    // Quiet, as part of its card: no frame, no lines beside the row titles.
    setStyleSheet(u"QTableView { border: none; } QHeaderView::section:horizontal { padding: 6px 3px; } "
                  "QHeaderView::section:vertical { border: none; padding: 0 8px 0 0; }"_s);
    setShowGrid(false);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setMinimumSectionSize(1);
    horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(kFigureRowHeight);
    verticalHeader()->setHighlightSections(false);
    setFixedHeight(horizontalHeader()->sizeHint().height() + FiguresModel::RowCount * kFigureRowHeight + spacing::kTiny);
    connect(figures, &QAbstractItemModel::dataChanged, this, &FiguresView::fit);
    connect(figures, &QAbstractItemModel::columnsInserted, this, &FiguresView::fit);
    connect(figures, &QAbstractItemModel::columnsRemoved, this, &FiguresView::fit);
}

void FiguresView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fit();
}

void FiguresView::fit()
{
    const int columns = m_figures->columnCount();
    if (columns == 0)
        return;
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(bold);
    int whole = metrics.horizontalAdvance(formatMoney(std::nullopt));
    int compact = metrics.horizontalAdvance(m_figures->headerData(0, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < FiguresModel::RowCount; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QModelIndex figure = m_figures->index(row, column);
            whole = std::max(whole, metrics.horizontalAdvance(figure.data(FiguresModel::ExactRole).toString()));
            compact = std::max(compact, metrics.horizontalAdvance(figure.data(FiguresModel::CompactRole).toString()));
        }
    }
    const int room = viewport()->width() / columns;
    m_figures->setCompact(whole + spacing::kSmall > room);
    setMinimumWidth(verticalHeader()->sizeHint().width() + columns * (compact + spacing::kSmall));
}

} // namespace dealdesk
