#include "desktop/inbox/results_view.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "presentation/inbox/bulk_results.h"

#include <QBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kMostRows = 6; ///< seen at once

class ResultDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(spacing::kIconSize, spacing::kIconSize);
        switch (index.data(BulkResults::StateRole).value<BulkResults::State>()) {
        case BulkResults::State::Waiting: option->icon = icon("hourglass"_L1, Tone::Caution); break;
        case BulkResults::State::Done: option->icon = icon("circle-check"_L1, Tone::Positive); break;
        case BulkResults::State::Refused: option->icon = icon("circle-alert"_L1, Tone::Negative); break;
        }
    }
};

} // namespace

ResultsView::ResultsView(BulkResults *results, QWidget *parent)
    : QFrame(parent), m_results(results), m_summary(new QLabel), m_dismiss(new QPushButton(tr("Dismiss"))), m_list(new QListView)
{
    setObjectName(u"resultsView"_s);
    setAccessibleName(tr("Results"));
    setThemeRole(this, "toolbar");
    m_summary->setObjectName(u"resultsSummary"_s);
    m_summary->setTextFormat(Qt::PlainText);
    setTextSize(m_summary, TextSize::Subheading);
    m_dismiss->setObjectName(u"resultsDismiss"_s);
    m_dismiss->setAccessibleName(tr("Dismiss the results"));
    m_dismiss->setFocusPolicy(Qt::TabFocus);
    m_list->setObjectName(u"resultsList"_s);
    m_list->setAccessibleName(tr("Result of each decision"));
    m_list->setModel(m_results);
    m_list->setItemDelegate(new ResultDelegate(m_list));
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setFocusPolicy(Qt::TabFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setWordWrap(true);
    m_list->setUniformItemSizes(false);
    setThemeRole(m_list, "plain");
    auto *head = new QHBoxLayout;
    head->addWidget(m_summary, 1);
    head->addWidget(m_dismiss);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kSmall, spacing::kLarge, spacing::kSmall);
    layout->setSpacing(spacing::kTiny);
    layout->addLayout(head);
    layout->addWidget(m_list);
    connect(m_dismiss, &QPushButton::clicked, m_results, &BulkResults::dismiss);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_results, signal, this, &ResultsView::show);
    connect(m_results, &QAbstractItemModel::dataChanged, this, &ResultsView::show);
    show();
}

void ResultsView::show()
{
    const int rows = m_results->rowCount();
    setVisible(rows > 0);
    m_summary->setText(m_results->summary());
    m_dismiss->setEnabled(m_results->count(BulkResults::State::Waiting) < rows);
    m_list->setFixedHeight(std::min(rows, kMostRows) * (m_list->fontMetrics().height() + spacing::kSmall) + spacing::kTiny);
}

} // namespace dealdesk
