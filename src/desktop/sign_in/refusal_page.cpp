#include "desktop/sign_in/refusal_page.h"

#include "desktop/theme/theme.h"
#include "presentation/text/format.h"
#include "services/connections/connection_advice.h"
#include "services/error_text.h"
#include "sign_in/ui_refusal_page.h"

#include <QFileInfo>

namespace dealdesk {

RefusalPage::RefusalPage(SignInModel *model, QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::RefusalPage>()), m_model(model)
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->restoreButton, "primary");
    connect(m_ui->retryButton, &QPushButton::clicked, this, [this] { m_model->retry(); });
    connect(m_ui->otherFileButton, &QPushButton::clicked, this, &RefusalPage::otherFileRequested);
    connect(m_ui->otherConnectionButton, &QPushButton::clicked, this, &RefusalPage::otherConnectionRequested);
    connect(m_ui->changeCredentialsButton, &QPushButton::clicked, this, [this] { m_model->choose(m_model->profile()); });
    connect(m_ui->refusalSampleButton, &QPushButton::clicked, this, &RefusalPage::sampleRequested);
    connect(m_ui->restoreButton, &QPushButton::clicked, this, [this] { m_model->restoreNewestBackup(); });
}

RefusalPage::~RefusalPage() = default;

void RefusalPage::prepare()
{
    const bool isServer = m_model->profile().isServer();
    const ConnectionFinding problem = problemWith(m_model->refusal());
    m_ui->refusalText->setText(isServer ? tr("%1 %2").arg(problem.what, problem.advice).trimmed() : sentenceFor(m_model->refusal()));
    m_ui->otherFileButton->setVisible(!isServer);
    m_ui->refusalSampleButton->setVisible(!isServer);
    m_ui->changeCredentialsButton->setVisible(isServer);
    m_ui->otherConnectionButton->setVisible(isServer);
    const auto backup = m_model->newestBackup();
    m_ui->restoreButton->setVisible(!backup.isEmpty());
    if (!backup.isEmpty()) {
        const auto written = QFileInfo(backup).lastModified().toUTC().toString(Qt::ISODateWithMs);
        m_ui->restoreButton->setText(tr("&Restore the backup of %1").arg(formatInstant(written)));
    }
    auto *first = backup.isEmpty() ? m_ui->retryButton : m_ui->restoreButton;
    first->setFocus();
}

} // namespace dealdesk
