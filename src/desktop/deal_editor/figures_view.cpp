#include "desktop/deal_editor/figures_view.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/spacing.h"
#include "presentation/deal_editor/figures_model.h"

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
        if (index.row() == FiguresModel::AdjustedProfit || index.row() == FiguresModel::AdjustedMargin)
            option->font.setWeight(QFont::DemiBold);
    }
};

constexpr int kFigureRowHeight = 24;
} // namespace

FiguresView::FiguresView(FiguresModel *figures, QWidget *parent) : QTableView(parent), m_figures(figures)
{
    setObjectName(u"figuresTable"_s);
    setAccessibleName(tr("Figures per tier"));
    setItemDelegate(new FigureDelegate(this));
    setModel(figures);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setFrameShape(NoFrame);
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
    int widest = 0;
    for (int row = 0; row < FiguresModel::RowCount; ++row) {
        for (int column = 0; column < columns; ++column) {
            const QString text = m_figures->index(row, column).data(FiguresModel::ExactRole).toString();
            widest = std::max(widest, fontMetrics().horizontalAdvance(text));
        }
    }
    const int room = viewport()->width() / columns - spacing::kMedium;
    m_figures->setCompact(widest > room);
}

} // namespace dealdesk
