#include "desktop/admin/database_page.h"

#include "admin/ui_database_page.h"
#include "desktop/theme/theme.h"
#include "presentation/text/format.h"
#include "services/error_text.h"

#include <QDir>
#include <QFileInfo>

namespace dealdesk {

DatabasePage::DatabasePage(AppContext context, QWidget *parent)
    : QWidget(parent), m_context(std::move(context)), m_ui(std::make_unique<Ui::DatabasePage>())
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->backupNowButton, "primary");
    connect(m_ui->backupNowButton, &QPushButton::clicked, this, [this] { backUp(); });
    connect(m_ui->importButton, &QPushButton::clicked, this, &DatabasePage::importRequested);
}

DatabasePage::~DatabasePage() = default;

void DatabasePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

QCoro::Task<> DatabasePage::refresh()
{
    const auto stop = m_reading.begin();
    const BackupService backups(m_context.session->workspace().location());
    const auto task = backups.describe();
    const auto info = co_await task;
    if (stop.stopped())
        co_return;
    if (info)
        describe(*info);
    else
        m_ui->databaseBanner->showMessage(Tone::Negative, sentenceFor(info.error()));
}

QCoro::Task<> DatabasePage::backUp()
{
    const auto stop = m_writing.begin();
    m_ui->backupNowButton->setEnabled(false);
    const BackupService backups(m_context.session->workspace().location());
    const auto task = backups.backUpNow();
    const auto written = co_await task;
    if (stop.stopped())
        co_return;
    m_ui->backupNowButton->setEnabled(true);
    if (written)
        m_ui->databaseBanner->showMessage(Tone::Positive, tr("Backed up to %1.").arg(QFileInfo(*written).fileName()));
    else
        m_ui->databaseBanner->showMessage(Tone::Negative, sentenceFor(written.error()));
    refresh();
}

void DatabasePage::describe(const DatabaseInfo &info)
{
    m_ui->pathEdit->setText(QDir::toNativeSeparators(info.filePath));
    m_ui->sizeEdit->setText(QLocale().formattedDataSize(info.bytes));
    m_ui->schemaEdit->setText(info.schemaVersion);
    m_ui->backupFolderEdit->setText(QDir::toNativeSeparators(info.backupFolder));
    m_ui->newestBackupEdit->setText(info.newestBackup.isEmpty() ? tr("None yet")
                                                                : formatInstant(info.newestBackupAt.toUTC().toString(Qt::ISODateWithMs)));
}

} // namespace dealdesk
