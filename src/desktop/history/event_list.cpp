#include "desktop/history/event_list.h"

#include "desktop/reports/export_control.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/chip_delegate.h"
#include "desktop/widgets/list_look.h"
#include "history/ui_event_list.h"
#include "services/error_text.h"

#include <QHeaderView>
#include <QLocale>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace dealdesk {

EventList::EventList(const AppContext &context, Of of, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EventList>())
    , m_context(context)
    , m_of(of)
    , m_events(context.session, context.reference)
    , m_export(new ExportControl(context.session, this))
{
    m_ui->setupUi(this);
    setFocusProxy(m_ui->eventsTable);
    applyListLook(m_ui->eventsTable);
    setThemeRole(m_ui->eventsCount, "muted");
    m_ui->eventsExport->setIcon(icon("download"_L1));
    m_ui->eventsExport->setMenu(m_export->makeOptionsMenu(this));
    m_ui->rows->insertWidget(1, m_export);

    QTableView *table = m_ui->eventsTable;
    table->setModel(&m_events);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setItemDelegate(new ChipDelegate(HistoryModel::MeaningRole, this));
    table->setColumnWidth(HistoryModel::WhenColumn, 140);
    table->setColumnWidth(HistoryModel::WhoColumn, 150);
    table->setColumnWidth(HistoryModel::DealColumn, 290);
    table->setColumnWidth(HistoryModel::WhatColumn, 270);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setColumnHidden(HistoryModel::DealColumn, of == Of::OneDeal);

    m_ui->eventsTarget->setIcon(icon("eye"_L1));
    m_ui->eventsTarget->hide();
    connect(m_ui->eventsTarget, &QPushButton::clicked, this, &EventList::openCurrent);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this, &EventList::updateTarget);
    connect(table, &QTableView::doubleClicked, this, &EventList::openCurrent);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *open = new QShortcut(QKeySequence(key), table);
        open->setContext(Qt::WidgetShortcut);
        connect(open, &QShortcut::activated, this, &EventList::openCurrent);
    }
    connect(m_ui->eventsExport, &QToolButton::clicked, this, &EventList::exportEvents);
    connect(m_ui->eventsBanner, &Banner::actionTriggered, &m_events, &HistoryModel::retry);
    connect(m_ui->eventsEmpty, &EmptyState::actionTriggered, this, &EventList::clearRequested);
    connect(&m_events, &HistoryModel::stateChanged, this, &EventList::showState);
    connect(&m_events, &QAbstractItemModel::rowsInserted, this, &EventList::showState);
    connect(&m_events, &QAbstractItemModel::modelReset, this, &EventList::showState);
}

EventList::~EventList() = default;

void EventList::setFilter(const HistoryFilter &filter)
{
    m_events.setFilter(filter);
}

void EventList::showState()
{
    const auto state = m_events.state();
    if (state == HistoryModel::State::Failed)
        m_ui->eventsBanner->showMessage(Tone::Negative, sentenceFor(m_events.error()), tr("&Try again"));
    else
        m_ui->eventsBanner->clear();
    const bool empty = state == HistoryModel::State::Ready && m_events.rowCount() == 0;
    if (empty && m_of == Of::Everybody)
        m_ui->eventsEmpty->setContent("history"_L1, tr("Nothing happened that matches"),
                                      tr("Choose a longer time, another person or another deal."), tr("C&lear all filters"));
    else if (empty)
        m_ui->eventsEmpty->setContent("history"_L1, tr("Nothing happened yet"),
                                      tr("Every change of status, decision, comment and revision of this deal will stand here."));
    m_ui->eventsStack->setCurrentWidget(empty ? static_cast<QWidget *>(m_ui->eventsEmpty) : m_ui->eventsTable);
    const QString count = QLocale().toString(m_events.rowCount());
    if (state == HistoryModel::State::Loading)
        m_ui->eventsCount->setText(tr("Fetching the history…"));
    else
        m_ui->eventsCount->setText(m_events.hasMore() ? tr("The newest %1 events; scroll for more").arg(count)
                                                      : tr("%1 events").arg(count));
}

void EventList::offerTarget(std::function<bool(const HistoryEvent &)> leadsSomewhere)
{
    m_leadsSomewhere = std::move(leadsSomewhere);
    m_ui->eventsTarget->show();
    updateTarget();
}

void EventList::openCurrent()
{
    const QModelIndex current = m_ui->eventsTable->currentIndex();
    if (current.isValid() && m_of == Of::Everybody)
        Q_EMIT m_context.navigator->dealRequested(m_events.eventAt(current.row()).deal);
    else if (current.isValid() && m_ui->eventsTarget->isEnabled())
        Q_EMIT targetRequested(m_events.eventAt(current.row()));
}

void EventList::updateTarget()
{
    const QModelIndex current = m_ui->eventsTable->currentIndex();
    m_ui->eventsTarget->setEnabled(current.isValid() && m_leadsSomewhere && m_leadsSomewhere(m_events.eventAt(current.row())));
}

void EventList::exportEvents()
{
    const bool oneDeal = m_of == Of::OneDeal && m_events.rowCount() > 0;
    m_export->exportHistory(m_events.filter(), oneDeal ? m_events.eventAt(0).reference : u"history"_s);
}

} // namespace dealdesk
