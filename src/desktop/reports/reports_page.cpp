#include "desktop/reports/reports_page.h"

#include "desktop/reports/export_control.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/list_look.h"
#include "presentation/text/labels.h"
#include "reports/ui_reports_page.h"
#include "services/error_text.h"

#include <QHeaderView>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kWidestColumn = 260;
constexpr auto kSettleTime = std::chrono::milliseconds(300);

QString descriptionOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Pipeline: return ReportsPage::tr("A row per deal with everything about it: for the pipeline meeting.");
    case ReportKind::ApprovalsOutstanding: return ReportsPage::tr("A row per open approval: who is asked, since when, and by when.");
    case ReportKind::StatusHistory: return ReportsPage::tr("A row per change of status: from, to, who and when.");
    case ReportKind::TierLines: return ReportsPage::tr("A row per incentive of a tier; a tier without incentives has one row.");
    }
    return {};
}

} // namespace

ReportsPage::ReportsPage(const AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ReportsPage>())
    , m_context(context)
    , m_saved(context.session->actor())
    , m_form(context.session, context.reference)
    , m_preview(context.session)
    , m_export(new ExportControl(context.session, this))
{
    m_ui->setupUi(this);
    setObjectName(u"reportsPage"_s);
    setFocusProxy(m_ui->reportKind);
    setTextSize(m_ui->reportsTitle, TextSize::Title);
    setThemeRole(m_ui->reportWhat, "muted");
    setThemeRole(m_ui->reportCount, "muted");
    setThemeRole(m_ui->reportExport, "primary");
    m_ui->rows->insertWidget(m_ui->rows->indexOf(m_ui->reportBanner) + 1, m_export);
    for (const ReportKind kind : allOf<ReportKind>())
        m_ui->reportKind->addItem(label(kind), int(kind));
    m_ui->reportByteOrderMark->setChecked(m_export->byteOrderMark());
    m_ui->reportFilterBar->setForm(&m_form, &m_saved);
    m_ui->reportPreview->setModel(&m_preview);
    applyListLook(m_ui->reportPreview);
    m_ui->reportPreview->horizontalHeader()->setMaximumSectionSize(kWidestColumn);
    m_ui->reportEmpty->setContent("chart-column"_L1, tr("No row matches"), tr("Take away a filter, or choose another report."),
                                  tr("C&lear all filters"));

    m_changes.setSingleShot(true);
    m_changes.setInterval(kSettleTime);
    connect(&m_changes, &QTimer::timeout, this, &ReportsPage::fetch);
    connect(m_context.session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (change.concernsDeals())
            m_changes.start();
    });
    connect(&m_form, &DealFilterForm::applied, this, &ReportsPage::fetch);
    connect(m_ui->reportKind, &QComboBox::currentIndexChanged, this, &ReportsPage::fetch);
    connect(m_ui->reportByteOrderMark, &QCheckBox::toggled, m_export, &ExportControl::setByteOrderMark);
    connect(m_ui->reportExport, &QPushButton::clicked, this, &ReportsPage::exportReport);
    connect(m_ui->reportBanner, &Banner::actionTriggered, &m_preview, &ReportPreviewModel::retry);
    connect(m_ui->reportEmpty, &EmptyState::actionTriggered, &m_form, &DealFilterForm::clear);
    connect(&m_preview, &ReportPreviewModel::stateChanged, this, &ReportsPage::showState);
    connect(&m_preview, &QAbstractItemModel::modelReset, this, &ReportsPage::showState);
    connect(&m_preview, &QAbstractItemModel::modelReset, this, &ReportsPage::fitColumns);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_ui->reportFilterBar, &DealFilterBar::focusSearch);
    fetch();
}

ReportsPage::~ReportsPage() = default;

void ReportsPage::fitColumns()
{
    if (m_fitted == kind() || m_preview.rowCount() == 0)
        return;
    m_fitted = kind();
    m_ui->reportPreview->resizeColumnsToContents();
}

void ReportsPage::fetch()
{
    m_ui->reportWhat->setText(descriptionOf(kind()));
    m_preview.setRequest({kind(), m_form.filter()});
}

void ReportsPage::showState()
{
    const auto state = m_preview.state();
    if (state == ReportPreviewModel::State::Failed)
        m_ui->reportBanner->showMessage(Tone::Negative, sentenceFor(m_preview.error()), tr("&Try again"));
    else
        m_ui->reportBanner->clear();
    const bool empty = state == ReportPreviewModel::State::Ready && m_preview.rowCount() == 0;
    m_ui->reportStack->setCurrentWidget(empty ? static_cast<QWidget *>(m_ui->reportEmpty) : m_ui->reportPreview);
    if (state == ReportPreviewModel::State::Loading)
        m_ui->reportCount->setText(tr("Fetching the preview…"));
    else if (m_preview.rowCount() == ReportPreviewModel::kRows)
        m_ui->reportCount->setText(tr("The first %n row(s), exactly as the file will hold them", nullptr, m_preview.rowCount()));
    else
        m_ui->reportCount->setText(tr("All %n row(s), exactly as the file will hold them", nullptr, m_preview.rowCount()));
}

void ReportsPage::exportReport()
{
    m_export->exportReport({kind(), m_form.filter()}, codeOf(kind()));
}

ReportKind ReportsPage::kind() const
{
    return ReportKind(m_ui->reportKind->currentData().toInt());
}

} // namespace dealdesk
