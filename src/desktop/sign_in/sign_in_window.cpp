#include "desktop/sign_in/sign_in_window.h"

#include "desktop/sign_in/first_start_page.h"
#include "desktop/sign_in/new_password_page.h"
#include "desktop/sign_in/refusal_page.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"
#include "desktop/widgets/elided_label.h"

#include <QBoxLayout>
#include <QFileDialog>
#include <QProgressBar>
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

SignInWindow::SignInWindow(SignInModel *model, QWidget *parent) : QWidget(parent), m_model(model)
{
    setObjectName(u"signInWindow"_s);
    setWindowTitle(tr("Sign in – Deal Desk"));
    setAccessibleName(tr("Sign in"));
    resize(760, 640);
    buildPages();
    connect(m_model, &SignInModel::stepChanged, this, &SignInWindow::showStep);
    connect(m_model, &SignInModel::failed, this, &SignInWindow::showError);
    connect(m_model, &SignInModel::progressChanged, m_openingText, &QLabel::setText);
    connect(m_refusal, &RefusalPage::otherFileRequested, this, &SignInWindow::chooseFile);
    connect(m_refusal, &RefusalPage::sampleRequested, this, &SignInWindow::sampleRequested);
    connect(m_firstStart, &FirstStartPage::sampleRequested, this, &SignInWindow::sampleRequested);
    showStep();
}

void SignInWindow::buildPages()
{
    m_card = new Card;
    m_card->setObjectName(u"signInCard"_s);
    m_card->setFixedWidth(kCardWidth);
    auto *databaseRow = new QHBoxLayout;
    m_database = new ElidedLabel;
    m_database->setObjectName(u"databaseLabel"_s);
    setThemeRole(m_database, "muted");
    auto *choose = new QToolButton;
    choose->setObjectName(u"chooseDatabaseButton"_s);
    choose->setText(tr("&Other database…"));
    choose->setAccessibleName(tr("Open another database"));
    setThemeRole(choose, "quiet");
    connect(choose, &QToolButton::clicked, this, &SignInWindow::chooseFile);
    databaseRow->addWidget(m_database, 1);
    databaseRow->addWidget(choose);

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
    m_card->body()->addLayout(databaseRow);
    m_card->body()->addWidget(m_steps);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kHuge, spacing::kHuge, spacing::kHuge, spacing::kHuge);
    layout->addStretch();
    layout->addWidget(m_card, 0, Qt::AlignHCenter);
    layout->addStretch();
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
    layout->addWidget(m_openingText);
    layout->addWidget(bar);
    layout->addStretch();
    return page;
}

void SignInWindow::showStep()
{
    m_database->setText(QDir::toNativeSeparators(m_model->location().filePath));
    switch (m_model->step()) {
    case SignInModel::Step::Opening:
        m_openingText->setText(tr("Opening the database…"));
        m_steps->setCurrentWidget(m_opening);
        return;
    case SignInModel::Step::Refused: m_steps->setCurrentWidget(m_refusal); return m_refusal->prepare();
    case SignInModel::Step::FirstStart: m_steps->setCurrentWidget(m_firstStart); return m_firstStart->prepare();
    case SignInModel::Step::Credentials: m_steps->setCurrentWidget(m_credentials); return m_credentials->prepare();
    case SignInModel::Step::NewPassword: m_steps->setCurrentWidget(m_newPassword); return m_newPassword->prepare();
    case SignInModel::Step::SignedIn: return;
    }
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
