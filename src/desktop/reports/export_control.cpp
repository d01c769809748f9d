#include "desktop/reports/export_control.h"

#include "desktop/theme/spacing.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/progress_strip.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr auto kMarkKey = "export/byteOrderMark"_L1;
constexpr auto kFolderKey = "export/folder"_L1;
} // namespace

ExportControl::ExportControl(std::shared_ptr<Session> session, QWidget *parent)
    : QWidget(parent), m_job(std::move(session)), m_progress(new ProgressStrip(this)), m_banner(new Banner(this))
{
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_banner->setObjectName(u"exportBanner"_s);
    m_banner->setAccessibleName(tr("Result of the export"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTiny);
    layout->addWidget(m_progress);
    layout->addWidget(m_banner);
    connect(m_progress, &ProgressStrip::cancelRequested, &m_job, &ExportJob::cancel);
    connect(&m_job, &ExportJob::started, this, [this] {
        m_banner->clear();
        m_progress->start(tr("Exporting…"));
    });
    connect(&m_job, &ExportJob::progressed, this, [this](qint64 rows, qint64 total) {
        m_progress->setProgress(rows, total);
        m_progress->setText(total > 0 ? tr("Exporting: %1 of %2 rows").arg(QLocale().toString(rows), QLocale().toString(total))
                                      : tr("Exporting: %1 rows").arg(QLocale().toString(rows)));
    });
    connect(&m_job, &ExportJob::finished, this, &ExportControl::showDone);
    connect(&m_job, &ExportJob::cancelled, this, [this] {
        m_progress->finish();
        m_lastFile.clear();
        m_banner->showMessage(Tone::Info, tr("The export was stopped; no file was written."));
    });
    connect(&m_job, &ExportJob::failed, this, [this](const QString &sentence) {
        m_progress->finish();
        m_lastFile.clear();
        m_banner->showMessage(Tone::Negative, sentence);
    });
    connect(m_banner, &Banner::actionTriggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_lastFile).absolutePath())); });
}

void ExportControl::exportReport(const ReportRequest &request, const QString &what)
{
    askForFile(what, [this, request](const ExportOptions &options) { m_job.exportReport(request, options); });
}

void ExportControl::exportHistory(const HistoryFilter &filter, const QString &what)
{
    askForFile(what, [this, filter](const ExportOptions &options) { m_job.exportHistory(filter, options); });
}

bool ExportControl::byteOrderMark() const
{
    return QSettings().value(kMarkKey, false).toBool();
}

void ExportControl::setByteOrderMark(bool wanted)
{
    QSettings().setValue(kMarkKey, wanted);
}

QMenu *ExportControl::makeOptionsMenu(QWidget *parent)
{
    auto *menu = new QMenu(parent);
    QAction *mark = menu->addAction(tr("With &byte order mark (for spreadsheet programs that guess)"));
    mark->setObjectName(u"exportByteOrderMark"_s);
    mark->setCheckable(true);
    connect(menu, &QMenu::aboutToShow, mark, [this, mark] { mark->setChecked(byteOrderMark()); });
    connect(mark, &QAction::triggered, this, &ExportControl::setByteOrderMark);
    return menu;
}

void ExportControl::askForFile(const QString &what, std::function<void(ExportOptions)> chosen)
{
    if (m_job.isRunning())
        return;
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QDir folder(QSettings().value(kFolderKey, documents).toString());
    auto *dialog = new QFileDialog(this, tr("Export as CSV"), folder.filePath(ExportJob::suggestedFileName(what)),
                                   tr("CSV files (*.csv);;All files (*)"));
    dialog->setObjectName(u"exportFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, chosen = std::move(chosen)](const QString &filePath) {
        QSettings().setValue(kFolderKey, QFileInfo(filePath).absolutePath());
        chosen({filePath, byteOrderMark()});
    });
    dialog->open();
}

void ExportControl::showDone(const QString &filePath, const QString &sentence)
{
    m_progress->finish();
    m_lastFile = filePath;
    m_banner->showMessage(Tone::Positive, sentence, tr("&Show in folder"));
}

} // namespace dealdesk
