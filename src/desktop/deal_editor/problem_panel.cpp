#include "desktop/deal_editor/problem_panel.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"

#include <QListView>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
class ProblemDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const bool missing = index.data(ProblemListModel::MissingRole).toBool();
        option->icon = missing ? icon("circle"_L1, Tone::Caution) : icon("circle-alert"_L1, Tone::Negative);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(spacing::kIconSize, spacing::kIconSize);
    }
};
} // namespace

ProblemPanel::ProblemPanel(DealForm &form, QWidget *parent)
    : QWidget(parent), m_problems(form), m_summary(new QToolButton(this)), m_list(new QListView(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kTiny, spacing::kLarge, spacing::kTiny);
    layout->setSpacing(spacing::kTiny);
    layout->addWidget(m_summary);
    layout->addWidget(m_list);
    m_summary->setObjectName(u"problemSummary"_s);
    m_summary->setCheckable(true);
    m_summary->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_summary->setToolTip(tr("Show what stands in the way of a submission. F8 goes from one to the next."));
    m_list->setObjectName(u"problemList"_s);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setModel(&m_problems);
    m_list->setItemDelegate(new ProblemDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->hide();
    const auto choose = [this](const QModelIndex &problem) { Q_EMIT chosen(m_problems.pathAt(problem)); };
    connect(m_list, &QListView::activated, this, choose);
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_summary, &QToolButton::toggled, this, &ProblemPanel::showList);
    connect(&m_problems, &ProblemListModel::summaryChanged, this, &ProblemPanel::showSummary);
    showSummary();
}

void ProblemPanel::open()
{
    m_summary->setChecked(true);
}

void ProblemPanel::goToNext()
{
    if (m_problems.rowCount() == 0)
        return;
    const int row = (m_list->currentIndex().row() + 1) % m_problems.rowCount();
    m_list->setCurrentIndex(m_problems.index(row));
    Q_EMIT chosen(m_problems.pathAt(m_list->currentIndex()));
}

void ProblemPanel::showList(bool shows)
{
    m_list->setVisible(shows && m_problems.rowCount() > 0);
    showSummary();
}

void ProblemPanel::showSummary()
{
    const QString summary = m_problems.summary();
    m_summary->setText(summary.isEmpty() ? tr("Ready to submit") : summary);
    m_summary->setAccessibleName(m_summary->text());
    m_summary->setIcon(summary.isEmpty()               ? icon("circle-check"_L1, Tone::Positive)
                           : m_problems.rowCount() > 0 ? icon("circle-alert"_L1, Tone::Negative)
                                                       : icon("circle"_L1, Tone::Caution));
    m_list->setVisible(m_summary->isChecked() && m_problems.rowCount() > 0);
    fitHeight();
}

void ProblemPanel::fitHeight()
{
    constexpr int kVisibleProblems = 4;
    const int rows = std::min(m_problems.rowCount(), kVisibleProblems);
    if (rows > 0)
        m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), spacing::kIconSize) + 2 * m_list->frameWidth());
}

} // namespace dealdesk
