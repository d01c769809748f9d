#include "desktop/deal_list/deals_page.h"

#include "deal_list/ui_deals_page.h"
#include "desktop/reports/export_control.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "services/error_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
// What a slip of the keyboard may open at once.
constexpr qsizetype kMostOpened = 10;
} // namespace

DealsPage::DealsPage(const AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::DealsPage>())
    , m_context(context)
    , m_saved(context.session->actor())
    , m_form(context.session, context.reference)
    , m_deals(context.session)
    , m_export(new ExportControl(context.session, this))
{
    m_ui->setupUi(this);
    setObjectName(u"dealsPage"_s);
    setFocusProxy(m_ui->dealsTable);
    setTextSize(m_ui->dealsTitle, TextSize::Title);
    setThemeRole(m_ui->dealsCount, "muted");
    setThemeRole(m_ui->dealsHint, "muted");
    m_ui->dealsColumns->setIcon(icon("columns-3"_L1));
    m_ui->dealsExport->setIcon(icon("download"_L1));
    m_ui->dealsExport->setMenu(m_export->makeOptionsMenu(this));
    m_ui->rows->insertWidget(m_ui->rows->indexOf(m_ui->dealsBanner) + 1, m_export);
    m_ui->dealFilterBar->setForm(&m_form, &m_saved);

    QSettings settings;
    const auto sort = columnOf(DealSort::UpdatedAt);
    const auto column = fromCode<DealColumn>(settings.value(settingsKey() + u"/order"_s, QString(codeOf(sort))).toString());
    const bool descending = settings.value(settingsKey() + u"/descending"_s, true).toBool();
    m_deals.setQuery(m_form.filter(), sortOf(column.value_or(sort)).value_or(DealSort::UpdatedAt), descending);
    m_ui->dealsTable->setDeals(&m_deals, settingsKey());
    m_ui->dealsColumns->setMenu(m_ui->dealsTable->columnMenu());
    connectModel();
    connectActions();
    showState();
}

DealsPage::~DealsPage() = default;

void DealsPage::focusSearch()
{
    m_ui->dealFilterBar->focusSearch();
}

void DealsPage::connectModel()
{
    connect(&m_form, &DealFilterForm::applied, this,
            [this](const DealFilter &filter) { m_deals.setQuery(filter, m_deals.order(), m_deals.isDescending()); });
    connect(&m_deals, &DealListModel::stateChanged, this, &DealsPage::showState);
    connect(&m_deals, &DealListModel::totalChanged, this, &DealsPage::showCount);
    connect(&m_deals, &QAbstractItemModel::rowsInserted, this, &DealsPage::showState);
    connect(&m_deals, &QAbstractItemModel::rowsRemoved, this, &DealsPage::showState);
    connect(&m_deals, &QAbstractItemModel::modelReset, this, &DealsPage::showState);
    connect(m_ui->dealsBanner, &Banner::actionTriggered, &m_deals, &DealListModel::retry);
}

void DealsPage::connectActions()
{
    const auto shortcut = [this](const QKeySequence &keys, auto slot) {
        auto *made = new QShortcut(keys, this);
        made->setContext(Qt::WidgetWithChildrenShortcut);
        connect(made, &QShortcut::activated, this, slot);
    };
    const auto newDeal = [this] {
        if (mayWriteDeals())
            Q_EMIT m_context.navigator->newDealRequested(DraftType::SubmissionDraft);
    };
    shortcut(QKeySequence::Find, &DealsPage::focusSearch);
    shortcut(QKeySequence::Copy, &DealsPage::copyRows);
    connect(m_ui->dealsExport, &QToolButton::clicked, this, &DealsPage::exportDeals);
    connect(m_ui->dealsTable, &DealTableView::dealActivated, this, &DealsPage::openSelected);
    connect(m_ui->dealsTable, &DealTableView::orderRequested, this, &DealsPage::setOrder);
    connect(m_ui->dealsTable, &QWidget::customContextMenuRequested, this, &DealsPage::showMenu);
    connect(m_ui->dealsEmpty, &EmptyState::actionTriggered, this, [this, newDeal] {
        if (m_form.filter().isEmpty())
            newDeal();
        else
            m_form.clear();
    });
}

void DealsPage::showState()
{
    const auto state = m_deals.state();
    if (state == DealListModel::State::Failed)
        m_ui->dealsBanner->showMessage(Tone::Negative, sentenceFor(m_deals.error()), tr("&Try again"));
    else
        m_ui->dealsBanner->clear();
    const bool empty = state == DealListModel::State::Ready && m_deals.rowCount() == 0;
    if (empty)
        showEmpty();
    m_ui->dealsStack->setCurrentWidget(empty ? static_cast<QWidget *>(m_ui->dealsEmpty) : m_ui->dealsTable);
    showCount();
}

void DealsPage::showEmpty()
{
    if (!m_form.filter().isEmpty())
        m_ui->dealsEmpty->setContent("search"_L1, tr("No deal matches these filters"),
                                     tr("Take away a filter, or search for another reference, deal or client."), tr("C&lear all filters"));
    else if (mayWriteDeals())
        m_ui->dealsEmpty->setContent("handshake"_L1, tr("There are no deals yet"),
                                     tr("Write the first one; it is saved as a draft while you type."), tr("&New deal"));
    else
        m_ui->dealsEmpty->setContent("handshake"_L1, tr("There are no deals yet"),
                                     tr("Deals appear here as soon as a seller submits one or asks for scoping."));
}

void DealsPage::showCount()
{
    const QLocale locale;
    if (m_deals.state() == DealListModel::State::Loading)
        m_ui->dealsCount->setText(tr("Fetching deals…"));
    else if (!m_deals.total())
        m_ui->dealsCount->setText(tr("Showing %1").arg(locale.toString(m_deals.rowCount())));
    else
        m_ui->dealsCount->setText(tr("Showing %1 of %2").arg(locale.toString(m_deals.rowCount()), locale.toString(*m_deals.total())));
}

void DealsPage::showMenu(const QPoint &at)
{
    if (!m_ui->dealsTable->currentDeal().isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(u"dealsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const DealRow deal = m_deals.rowAt(m_ui->dealsTable->currentIndex().row());
    menu->addAction(icon("external-link"_L1), tr("&Open"), this, &DealsPage::openSelected)->setObjectName(u"dealsMenuOpen"_s);
    QAction *edit = menu->addAction(icon("pencil"_L1), tr("&Edit"), this,
                                    [this, id = deal.id] { Q_EMIT m_context.navigator->editorRequested(id); });
    edit->setObjectName(u"dealsMenuEdit"_s);
    const bool writable = deal.status == DealStatus::Draft || deal.status == DealStatus::Negotiating;
    edit->setEnabled(writable && !deal.expired && deal.ownerId == m_context.session->actor().id);
    menu->addSeparator();
    menu->addAction(icon("copy"_L1), tr("Copy &reference"), this, &DealsPage::copyReferences)->setObjectName(u"dealsMenuCopyReference"_s);
    menu->addAction(icon("table-2"_L1), tr("&Copy rows"), QKeySequence::Copy, this, &DealsPage::copyRows)
        ->setObjectName(u"dealsMenuCopyRows"_s);
    menu->popup(m_ui->dealsTable->viewport()->mapToGlobal(at));
}

void DealsPage::setOrder(DealSort sort, bool descending)
{
    QSettings settings;
    settings.setValue(settingsKey() + u"/order"_s, QString(codeOf(columnOf(sort))));
    settings.setValue(settingsKey() + u"/descending"_s, descending);
    m_deals.setQuery(m_form.filter(), sort, descending);
}

void DealsPage::openSelected()
{
    const auto rows = m_ui->dealsTable->selectedRowNumbers();
    for (const int row : rows.first(qMin(rows.size(), kMostOpened)))
        Q_EMIT m_context.navigator->dealRequested(m_deals.rowAt(row).id);
}

void DealsPage::copyRows()
{
    const auto rows = m_ui->dealsTable->selectedRowNumbers();
    if (rows.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(m_deals.asTabSeparated(rows, m_ui->dealsTable->shownColumns()));
    Q_EMIT m_context.navigator->statusMessage(tr("%n row(s) copied.", nullptr, int(rows.size())));
}

void DealsPage::copyReferences()
{
    QStringList references;
    const auto rows = m_ui->dealsTable->selectedRowNumbers();
    for (const int row : rows)
        references.append(m_deals.rowAt(row).reference);
    QGuiApplication::clipboard()->setText(references.join(u'\n'));
    Q_EMIT m_context.navigator->statusMessage(tr("%1 copied.").arg(references.join(u", "_s)));
}

void DealsPage::exportDeals()
{
    m_export->exportReport({ReportKind::Pipeline, m_form.filter()}, u"pipeline"_s);
}

bool DealsPage::mayWriteDeals() const
{
    const Role role = m_context.session->actor().role;
    return role == Role::Seller || role == Role::Admin;
}

QString DealsPage::settingsKey() const
{
    return u"people/"_s + m_context.session->actor().username + u"/deals"_s;
}

} // namespace dealdesk
