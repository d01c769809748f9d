#include "desktop/sign_in/sign_in_window.h"

#include "desktop/connections/connections_dialog.h"
#include "desktop/sign_in/first_start_page.h"
#include "desktop/sign_in/new_password_page.h"
#include "desktop/sign_in/refusal_page.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"
#include "desktop/widgets/elided_label.h"
#include "desktop/widgets/environment_strip.h"
#include "presentation/text/labels.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QFileDialog>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kCardWidth = 460;

QWidget *titleRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    auto *picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(QSize(40, 40), row->devicePixelRatioF()));
    auto *title = new QLabel(SignInWindow::tr("Deal Desk"));
    setTextSize(title, TextSize::Title);
    layout->addWidget(picture);
    layout->addWidget(title, 1);
    return row;
}

} // namespace

SignInWindow::SignInWindow(SignInModel *model, ConnectionList *connections, QWidget *parent)
    : QWidget(parent), m_model(model), m_connections(connections)
{
    setObjectName(u"signInWindow"_s);
    setAccessibleName(tr("Sign in"));
    resize(760, 640);
    buildPages();
    connect(m_model, &SignInModel::stepChanged, this, &SignInWindow::showStep);
    connect(m_model, &SignInModel::failed, this, &SignInWindow::showError);
    connect(m_model, &SignInModel::progressChanged, m_openingText, &QLabel::setText);
    connect(m_refusal, &RefusalPage::otherFileRequested, this, &SignInWindow::chooseFile);
    connect(m_refusal, &RefusalPage::otherConnectionRequested, this, &SignInWindow::openConnections);
    connect(m_connections, &QAbstractItemModel::rowsInserted, this, &SignInWindow::showConnection);
    connect(m_connections, &QAbstractItemModel::dataChanged, this, &SignInWindow::showConnection);
    connect(m_refusal, &RefusalPage::sampleRequested, this, &SignInWindow::sampleRequested);
    connect(m_firstStart, &FirstStartPage::sampleRequested, this, &SignInWindow::sampleRequested);
    showStep();
}

void SignInWindow::buildPages()
{
    m_card = new Card;
    m_card->setObjectName(u"signInCard"_s);
    m_card->setFixedWidth(kCardWidth);
    m_steps = new QStackedWidget;
    m_opening = openingPage();
    m_credentials = new CredentialsPage(m_model);
    m_firstStart = new FirstStartPage(m_model);
    m_refusal = new RefusalPage(m_model);
    m_newPassword = new NewPasswordPage(m_model);
    for (QWidget *page : {m_opening, static_cast<QWidget *>(m_credentials), static_cast<QWidget *>(m_firstStart),
                          static_cast<QWidget *>(m_refusal), static_cast<QWidget *>(m_newPassword)})
        m_steps->addWidget(page);

    m_card->body()->addWidget(titleRow());
    m_card->body()->addWidget(connectionRows());
    m_card->body()->addWidget(m_steps);
    m_environment = new EnvironmentStrip;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, spacing::kHuge);
    layout->addWidget(m_environment);
    layout->addSpacing(spacing::kHuge);
    layout->addStretch();
    layout->addWidget(m_card, 0, Qt::AlignHCenter);
    layout->addStretch();
}

/// Which connection, with what it leads to under it.
QWidget *SignInWindow::connectionRows()
{
    m_connection = new QComboBox;
    m_connection->setObjectName(u"connectionCombo"_s);
    m_connection->setAccessibleName(tr("Connection"));
    m_connection->setModel(m_connections);
    connect(m_connection, &QComboBox::activated, this, [this](int row) { Q_EMIT connectionChosen(m_connections->rowAt(row).id); });
    auto *edit = new QToolButton;
    edit->setObjectName(u"connectionsButton"_s);
    edit->setText(tr("&Connections…"));
    edit->setAccessibleName(tr("Edit connections"));
    connect(edit, &QToolButton::clicked, this, &SignInWindow::openConnections);
    m_database = new ElidedLabel;
    m_database->setObjectName(u"databaseLabel"_s);
    setThemeRole(m_database, "muted");
    m_otherFile = new QToolButton;
    m_otherFile->setObjectName(u"chooseDatabaseButton"_s);
    m_otherFile->setText(tr("&Other file…"));
    m_otherFile->setAccessibleName(tr("Open another database file"));
    setThemeRole(m_otherFile, "quiet");
    connect(m_otherFile, &QToolButton::clicked, this, &SignInWindow::chooseFile);

    auto *rows = new QWidget;
    auto *layout = new QGridLayout(rows);
    layout->setContentsMargins({});
    layout->setHorizontalSpacing(spacing::kSmall);
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_connection, 0, 0);
    layout->addWidget(edit, 0, 1);
    layout->addWidget(m_database, 1, 0);
    layout->addWidget(m_otherFile, 1, 1, Qt::AlignRight);
    return rows;
}

QWidget *SignInWindow::openingPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins({});
    m_openingText = new QLabel(tr("Opening the database…"));
    m_openingText->setObjectName(u"openingText"_s);
    m_openingText->setTextFormat(Qt::PlainText);
    m_openingText->setWordWrap(true);
    auto *bar = new QProgressBar;
    bar->setObjectName(u"openingBar"_s);
    bar->setAccessibleName(tr("Progress"));
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    m_cancel = new QPushButton(tr("&Cancel"));
    m_cancel->setObjectName(u"cancelConnectingButton"_s);
    m_cancel->setAccessibleName(tr("Cancel connecting"));
    connect(m_cancel, &QPushButton::clicked, m_model, &SignInModel::cancel);
    layout->addWidget(m_openingText);
    layout->addWidget(bar);
    layout->addWidget(m_cancel, 0, Qt::AlignRight);
    layout->addStretch();
    return page;
}

void SignInWindow::showStep()
{
    showConnection();
    switch (m_model->step()) {
    case SignInModel::Step::Opening: return showOpening();
    case SignInModel::Step::Refused: m_steps->setCurrentWidget(m_refusal); return m_refusal->prepare();
    case SignInModel::Step::FirstStart: m_steps->setCurrentWidget(m_firstStart); return m_firstStart->prepare();
    case SignInModel::Step::Credentials: m_steps->setCurrentWidget(m_credentials); return m_credentials->prepare();
    case SignInModel::Step::NewPassword: m_steps->setCurrentWidget(m_newPassword); return m_newPassword->prepare();
    case SignInModel::Step::SignedIn: return;
    }
}

void SignInWindow::showOpening()
{
    const bool isServer = m_model->profile().isServer();
    m_openingText->setText(isServer ? tr("Connecting to %1…").arg(m_model->profile().name) : tr("Opening the database…"));
    m_cancel->setVisible(isServer);
    m_steps->setCurrentWidget(m_opening);
    if (isServer)
        m_cancel->setFocus();
}

void SignInWindow::showConnection()
{
    const ConnectionProfile &profile = m_model->profile();
    m_connection->setCurrentIndex(m_connections->rowOf(profile.id));
    m_database->setText(describe(profile));
    m_otherFile->setVisible(!profile.isServer());
    m_environment->setEnvironment(profile.environment);
    setWindowTitle(profile.environment == Environment::Production ? tr("Sign in – Deal Desk")
                                                                  : tr("[%1] Sign in – Deal Desk").arg(label(profile.environment)));
}

void SignInWindow::openConnections()
{
    const auto *dialog = ConnectionsDialog::open(m_connections, m_model->profile().id, this);
    connect(dialog, &ConnectionsDialog::connectRequested, this, &SignInWindow::connectionChosen);
}

void SignInWindow::showError(SignInModel::Field field, const QString &sentence)
{
    if (m_steps->currentWidget() == m_firstStart)
        m_firstStart->showError(field, sentence);
    else if (m_steps->currentWidget() == m_newPassword)
        m_newPassword->showError(field, sentence);
    else
        m_credentials->showError(field, sentence);
}

void SignInWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open or create a database"), m_model->location().filePath,
                                   tr("Deal Desk databases (*.db);;All files (*)"));
    dialog->setObjectName(u"databaseDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setLabelText(QFileDialog::Accept, tr("Open"));
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    dialog->setDefaultSuffix(u"db"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &SignInWindow::databaseChosen);
    dialog->open();
}

} // namespace dealdesk
