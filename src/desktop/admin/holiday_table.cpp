#include "desktop/admin/holiday_table.h"

#include "desktop/theme/spacing.h"
#include "desktop/widgets/error_label.h"
#include "presentation/admin/holiday_text.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QTableWidget>

using namespace Qt::StringLiterals;

namespace dealdesk {

HolidayTable::HolidayTable(QWidget *parent)
    : QWidget(parent), m_table(new QTableWidget(0, 2)), m_remove(new QPushButton(tr("Remo&ve"))), m_error(new ErrorLabel)
{
    build();
    connect(m_remove, &QPushButton::clicked, this, &HolidayTable::removeChosen);
    const auto enable = [this] { m_remove->setEnabled(m_table->selectionModel()->hasSelection()); };
    connect(m_table, &QTableWidget::itemSelectionChanged, this, enable);
    enable();
}

void HolidayTable::build()
{
    m_table->setObjectName(u"holidayTable"_s);
    m_table->setAccessibleName(tr("Holidays"));
    m_table->setHorizontalHeaderLabels({tr("Day"), tr("Holiday")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(0, 130);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(spacing::kRowHeight);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    auto *title = new QLabel(tr("&Holidays"));
    title->setTextFormat(Qt::PlainText);
    title->setBuddy(m_table);
    auto *add = new QPushButton(tr("&Add a day"));
    add->setObjectName(u"holidayAdd"_s);
    add->setAccessibleName(tr("Add a day"));
    connect(add, &QPushButton::clicked, this, &HolidayTable::addDay);
    m_remove->setObjectName(u"holidayRemove"_s);
    m_remove->setAccessibleName(tr("Remove"));
    auto *paste = new QPushButton(tr("&Paste a list"));
    paste->setObjectName(u"holidayPaste"_s);
    paste->setAccessibleName(tr("Paste a list"));
    paste->setToolTip(tr("A line for each holiday: the day, then its name"));
    connect(paste, &QPushButton::clicked, this, &HolidayTable::paste);
    m_error->setObjectName(u"holidayError"_s);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::kSmall);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    buttons->addWidget(paste);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(title);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
}

void HolidayTable::setHolidays(QList<Holiday> holidays)
{
    m_table->setRowCount(0);
    for (const Holiday &holiday : std::as_const(holidays))
        appendRow(holiday);
}

QList<Holiday> HolidayTable::holidays() const
{
    QMap<QDate, QString> byDay;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QDate day = m_table->item(row, 0)->data(Qt::EditRole).toDate();
        if (day.isValid())
            byDay.insert(day, m_table->item(row, 1)->text().trimmed());
    }
    QList<Holiday> holidays;
    for (auto it = byDay.cbegin(); it != byDay.cend(); ++it)
        holidays.append({it.key(), it.value()});
    return holidays;
}

void HolidayTable::appendRow(const Holiday &holiday)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *day = new QTableWidgetItem;
    day->setData(Qt::EditRole, holiday.day);
    m_table->setItem(row, 0, day);
    m_table->setItem(row, 1, new QTableWidgetItem(holiday.name));
}

void HolidayTable::addDay()
{
    const QList<Holiday> known = holidays();
    appendRow({known.isEmpty() ? QDate::currentDate() : known.last().day.addDays(1), {}});
    m_table->setCurrentCell(m_table->rowCount() - 1, 0);
    m_table->editItem(m_table->currentItem());
}

void HolidayTable::removeChosen()
{
    for (int row = m_table->rowCount() - 1; row >= 0; --row) {
        if (m_table->selectionModel()->isRowSelected(row))
            m_table->removeRow(row);
    }
}

void HolidayTable::paste()
{
    const HolidayText read = holidaysFromText(QGuiApplication::clipboard()->text());
    setHolidays(holidays() + read.holidays);
    setHolidays(holidays());
    QString problem;
    if (!read.unread.isEmpty())
        problem = tr("%n line(s) have no day and were left out, the first: %1", nullptr, int(read.unread.size())).arg(read.unread.first());
    else if (read.holidays.isEmpty())
        problem = tr("There is no list in the clipboard. Copy lines like 2026-12-25 Christmas.");
    m_error->showError(m_table, problem);
}

} // namespace dealdesk
