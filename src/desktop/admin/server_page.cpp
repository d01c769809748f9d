#include "desktop/admin/server_page.h"

#include "admin/ui_server_page.h"
#include "desktop/theme/theme.h"
#include "presentation/text/labels.h"
#include "services/error_text.h"
#include "services/request_scope.h"

namespace dealdesk {

ServerPage::ServerPage(AppContext context, QWidget *parent)
    : QWidget(parent), m_context(std::move(context)), m_ui(std::make_unique<Ui::ServerPage>())
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->serverHint, "muted");
    m_ui->connectionEdit->setText(m_context.connection.name);
    connect(m_ui->importButton, &QPushButton::clicked, this, &ServerPage::importRequested);
}

ServerPage::~ServerPage() = default;

void ServerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

QCoro::Task<> ServerPage::refresh()
{
    const auto stop = m_reading.begin();
    const auto task = describeServer(m_context.session->sharedWorkspace());
    const auto info = co_await task;
    if (stop.stopped())
        co_return;
    if (info)
        describe(*info);
    else
        m_ui->serverBanner->showMessage(Tone::Negative, sentenceFor(info.error()));
}

void ServerPage::describe(const ServerInfo &info)
{
    m_ui->serverBanner->clear();
    m_ui->hostEdit->setText(info.host);
    m_ui->databaseEdit->setText(info.database);
    m_ui->versionEdit->setText(tr("PostgreSQL %1").arg(info.serverVersion));
    m_ui->tlsEdit->setText(info.tls.isEmpty() ? tr("None: clear text") : info.tls);
    m_ui->schemaEdit->setText(info.schemaVersion);
    m_ui->environmentEdit->setText(label(info.environment));
    m_ui->contractEdit->setText(info.minimumClient == info.maximumClient ? QLocale().toString(info.minimumClient)
                                                                         : tr("%1 to %2").arg(info.minimumClient).arg(info.maximumClient));
}

} // namespace dealdesk
