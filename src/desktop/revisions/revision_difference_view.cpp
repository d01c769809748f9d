#include "desktop/revisions/revision_difference_view.h"

#include "desktop/revisions/difference_delegate.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/empty_state.h"
#include "desktop/widgets/list_look.h"

#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr int kTitleWidth = 210;
constexpr int kLeastTierWidth = 116;
} // namespace

RevisionDifferenceView::RevisionDifferenceView(const QString &name, QWidget *parent) : QWidget(parent)
{
    setObjectName(name);
    build(name);
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new DifferenceDelegate(m_table));
    m_table->viewport()->installEventFilter(this);
    m_table->installEventFilter(this);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RevisionDifferenceView::showModel);
    connect(m_onlyChanges, &QCheckBox::toggled, this, &RevisionDifferenceView::filter);
    connect(m_onlyScope, &QCheckBox::toggled, this, &RevisionDifferenceView::filter);
    connect(m_copy, &QPushButton::clicked, this, &RevisionDifferenceView::copy);
    showModel();
}

void RevisionDifferenceView::build(const QString &name)
{
    m_onlyChanges = new QCheckBox(tr("&Just the changes"), this);
    m_onlyChanges->setAccessibleName(tr("Just the changes"));
    m_onlyChanges->setChecked(true);
    m_onlyScope = new QCheckBox(this);
    m_onlyScope->hide();
    m_count = new QLabel(this);
    m_count->setTextFormat(Qt::PlainText);
    m_count->setAccessibleName(tr("What is shown"));
    setThemeRole(m_count, "muted");
    m_copy = new QPushButton(icon("copy"_L1), tr("Copy table"), this);
    m_copy->setAccessibleName(tr("Copy the table"));
    m_copy->setToolTip(tr("Ctrl+C in the table copies what is selected"));
    setThemeRole(m_copy, "quiet");
    m_table = new QTableView(this);
    m_table->setAccessibleName(tr("Differences cell by cell"));
    applyListLook(m_table);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(true);
    m_table->setCornerButtonEnabled(false);
    setThemeRole(m_table, "comparison");
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_empty = new EmptyState(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_onlyChanges->setObjectName(name + "OnlyChanges"_L1);
    m_onlyScope->setObjectName(name + "OnlyScope"_L1);
    m_count->setObjectName(name + "Count"_L1);
    m_copy->setObjectName(name + "Copy"_L1);
    m_table->setObjectName(name + "Table"_L1);
    m_empty->setObjectName(name + "Empty"_L1);
    setFocusProxy(m_table);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(spacing::kMedium);
    bar->addWidget(m_onlyChanges);
    bar->addWidget(m_onlyScope);
    bar->addWidget(m_count, 1);
    bar->addWidget(m_copy);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(spacing::kTiny);
    rows->addLayout(bar);
    rows->addWidget(m_stack, 1);
}

void RevisionDifferenceView::showDifference(const RevisionContent &before, const RevisionContent &after)
{
    m_isComparison = before != after;
    m_model.setSides(before, after);
    filter();
    showModel();
}

void RevisionDifferenceView::setScope(const QStringList &paths, const QString &whose)
{
    const QString text = paths.isEmpty() ? QString() : tr("A bar at the left marks what %1 answers for.").arg(whose);
    if (text == m_scopeText)
        return m_model.setScope(paths); // what was ticked stays
    m_onlyScope->setText(tr("&Just what %1 answers for").arg(whose));
    m_onlyScope->setAccessibleName(tr("Just what %1 answers for").arg(whose));
    m_onlyScope->setVisible(!paths.isEmpty());
    m_onlyScope->setChecked(false);
    m_scopeText = text;
    m_model.setScope(paths);
    filter();
}

void RevisionDifferenceView::setOnlyChanges(bool only)
{
    m_onlyChanges->setChecked(only);
}

void RevisionDifferenceView::filter()
{
    using Filter = RevisionDifferenceModel::Filter;
    m_onlyChanges->setVisible(m_isComparison);
    if (!m_onlyScope->isHidden() && m_onlyScope->isChecked())
        m_model.setFilter(Filter::Scope);
    else
        m_model.setFilter(m_isComparison && m_onlyChanges->isChecked() ? Filter::Changes : Filter::Everything);
}

void RevisionDifferenceView::showModel()
{
    const int count = m_model.difference().changeCount();
    m_count->setText(m_isComparison ? tr("%n change(s)", nullptr, count) : m_scopeText);
    m_empty->setContent("git-compare"_L1, tr("Nothing differs"), tr("Both are the same in every field."));
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    m_copy->setEnabled(m_model.rowCount() > 0);
    m_table->clearSpans();
    const int columns = m_model.columnCount();
    for (int row = 0; row < m_model.rowCount() && columns > 2; ++row) {
        if (m_model.index(row, 0).data(RevisionDifferenceModel::HeadingRole).toBool())
            m_table->setSpan(row, 0, 1, columns);
        else if (m_model.index(row, 0).data(RevisionDifferenceModel::SpanRole).toBool())
            m_table->setSpan(row, 1, 1, columns - 1);
    }
    fit();
    if (m_model.rowCount() > 1 && !m_table->currentIndex().isValid())
        m_table->selectionModel()->setCurrentIndex(m_model.index(1, 1), QItemSelectionModel::NoUpdate); // a selection would hide the marks
}

/// The tiers share what the titles leave; where that is too little, the table scrolls.
void RevisionDifferenceView::fit()
{
    const int tiers = m_model.columnCount() - 1;
    const int left = m_table->viewport()->width() - kTitleWidth;
    m_table->setColumnWidth(0, kTitleWidth);
    for (int tier = 1; tier <= tiers; ++tier)
        m_table->setColumnWidth(tier, std::max(kLeastTierWidth, left / tiers));
    m_table->resizeRowsToContents();
}

void RevisionDifferenceView::copy()
{
    QGuiApplication::clipboard()->setText(m_model.copyText());
}

bool RevisionDifferenceView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && (event->type() == QEvent::Resize || event->type() == QEvent::FontChange))
        fit();
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(m_model.copyText(m_table->selectionModel()->selectedIndexes()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dealdesk
