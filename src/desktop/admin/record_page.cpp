#include "desktop/admin/record_page.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace dealdesk {

RecordPage::RecordPage(const QString &name, QAbstractItemModel *records, const QString &newText, QWidget *parent)
    : QWidget(parent)
    , m_shown(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit)
    , m_table(new QTableView)
    , m_edit(new QPushButton(icon("pencil"_L1), tr("Ed&it…")))
{
    m_shown->setSourceModel(records);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setFilterKeyColumn(-1);
    m_search->setObjectName(name + "Search"_L1);
    m_search->setAccessibleName(tr("Search"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon("search"_L1), QLineEdit::LeadingPosition);
    m_search->setMaximumWidth(320);
    connect(m_search, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);

    m_table->setObjectName(name + "Table"_L1);
    m_table->setAccessibleName(tr("Records"));
    m_table->setModel(m_shown);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(spacing::kRowHeight);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table, &QTableView::doubleClicked, this, &RecordPage::editCurrent);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *shortcut = new QShortcut(key, m_table);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, &RecordPage::editCurrent);
    }
    const auto fit = [this] { m_table->resizeColumnsToContents(); };
    connect(records, &QAbstractItemModel::rowsInserted, m_table, fit, Qt::QueuedConnection);
    fit();

    auto *head = new QHBoxLayout;
    head->setSpacing(spacing::kSmall);
    head->addWidget(m_search, 1);
    head->addStretch();
    m_edit->setObjectName(name + "Edit"_L1);
    m_edit->setAccessibleName(tr("Edit"));
    connect(m_edit, &QPushButton::clicked, this, &RecordPage::editCurrent);
    head->addWidget(m_edit);
    if (!newText.isEmpty()) {
        auto *add = new QPushButton(newText);
        add->setObjectName(name + "New"_L1);
        add->setAccessibleName(QString(newText).remove(u'&'));
        setThemeRole(add, "primary");
        connect(add, &QPushButton::clicked, this, &RecordPage::newRequested);
        head->addWidget(add);
    }
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordPage::enable);
    connect(records, &QAbstractItemModel::dataChanged, this, &RecordPage::enable);
    enable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
}

void RecordPage::setEditText(const QString &text, const QIcon &icon)
{
    m_edit->setText(text);
    m_edit->setIcon(icon);
    m_edit->setAccessibleName(QString(text).remove(u'&'));
}

void RecordPage::setEditable(std::function<bool(int)> isEditable)
{
    m_isEditable = std::move(isEditable);
    enable();
}

void RecordPage::enable()
{
    const QModelIndex row = m_shown->mapToSource(m_table->currentIndex());
    m_edit->setEnabled(row.isValid() && (!m_isEditable || m_isEditable(row.row())));
}

void RecordPage::editCurrent()
{
    const QModelIndex row = m_shown->mapToSource(m_table->currentIndex());
    if (row.isValid() && m_edit->isEnabled())
        Q_EMIT editRequested(row.row());
}

} // namespace dealdesk
