#include "desktop/connections/connection_form.h"

#include "connections/ui_connection_form.h"
#include "desktop/admin/form_fields.h"
#include "desktop/theme/theme.h"

#include <QFileDialog>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace dealdesk {

ConnectionForm::ConnectionForm(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ConnectionForm>())
{
    m_ui->setupUi(this);
    fillWithLabels<ProfileKind>(m_ui->kindCombo);
    fillWithLabels<TlsMode>(m_ui->tlsCombo);
    fillWithLabels<SignInMethod>(m_ui->signInCombo);
    fillWithLabels<Environment>(m_ui->environmentCombo);
    setThemeRole(m_ui->placedLabel, "muted");
    setThemeRole(m_ui->hostsHint, "muted");
    connectFields();
    connect(m_ui->testButton, &QPushButton::clicked, this, &ConnectionForm::test);
    connect(m_ui->testPasswordEdit, &QLineEdit::returnPressed, this, &ConnectionForm::test);
    connect(&m_trial, &ConnectionTrial::changed, this, &ConnectionForm::showTrial);
    connect(m_ui->chooseFileButton, &QToolButton::clicked, this,
            [this] { chooseFile(m_ui->fileEdit, tr("Choose or name a database file"), true); });
    connect(m_ui->chooseCertificateButton, &QToolButton::clicked, this,
            [this] { chooseFile(m_ui->certificateEdit, tr("Choose the authority's certificate"), false); });
}

ConnectionForm::~ConnectionForm() = default;

void ConnectionForm::connectFields()
{
    for (QLineEdit *edit : {m_ui->nameEdit, m_ui->fileEdit, m_ui->hostsEdit, m_ui->databaseEdit, m_ui->certificateEdit, m_ui->commandEdit,
                            m_ui->usernameEdit})
        connect(edit, &QLineEdit::textChanged, this, &ConnectionForm::readAndTell);
    for (QComboBox *combo : {m_ui->kindCombo, m_ui->tlsCombo, m_ui->signInCombo, m_ui->environmentCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &ConnectionForm::readAndTell);
    connect(m_ui->rememberCheck, &QCheckBox::toggled, this, &ConnectionForm::readAndTell);
}

void ConnectionForm::show(const ConnectionDraft &draft)
{
    const QScopedValueRollback filling(m_isFilling, true);
    const bool isSame = draft.profile.id == m_shown.profile.id;
    m_shown = draft;
    const ConnectionProfile &profile = draft.profile;
    m_ui->nameEdit->setText(profile.name);
    choose<ProfileKind>(m_ui->kindCombo, profile.kind);
    choose<Environment>(m_ui->environmentCombo, profile.environment);
    m_ui->fileEdit->setText(profile.filePath);
    m_ui->hostsEdit->setText(draft.hosts);
    m_ui->databaseEdit->setText(profile.database);
    choose<TlsMode>(m_ui->tlsCombo, profile.tls);
    m_ui->certificateEdit->setText(profile.rootCertificate);
    choose<SignInMethod>(m_ui->signInCombo, profile.signIn);
    m_ui->commandEdit->setText(profile.tokenCommand);
    m_ui->usernameEdit->setText(profile.username);
    m_ui->rememberCheck->setChecked(profile.remembersSecret);
    m_ui->fields->setEnabled(!profile.isReadOnly);
    m_ui->placedLabel->setVisible(profile.isReadOnly);
    m_ui->placedLabel->setText(
        profile.id == ConnectionList::kLocalId
            ? tr("This connection comes with Deal Desk: a database for yourself, without any setting up.")
            : tr("This connection was placed on this machine, or comes from the command line. Duplicate it to change it."));
    showProblems({});
    showKind();
    if (!isSame) {
        m_ui->testPasswordEdit->clear();
        m_trial.stop();
    }
}

void ConnectionForm::showKind()
{
    const ConnectionProfile profile = entered().profile;
    const bool isToken = profile.signIn == SignInMethod::TokenCommand;
    m_ui->fileFields->setVisible(!profile.isServer());
    m_ui->serverFields->setVisible(profile.isServer());
    m_ui->commandEdit->setVisible(isToken);
    m_ui->commandEditLabel->setVisible(isToken);
    m_ui->rememberCheck->setVisible(!isToken);
    const bool needsSecret = profile.isServer() && !isToken;
    m_ui->testPasswordEdit->setVisible(needsSecret);
    m_ui->testPasswordEditLabel->setVisible(needsSecret);
    m_ui->testPasswordEditLabel->setText(profile.signIn == SignInMethod::PastedToken ? tr("Token, &for the test only")
                                                                                     : tr("Pass&word, for the test only"));
}

void ConnectionForm::readAndTell()
{
    if (m_isFilling)
        return;
    const ConnectionDraft before = m_shown;
    m_shown = entered();
    if (m_shown.profile.kind == ProfileKind::Lakebase && before.profile.kind != ProfileKind::Lakebase) {
        choose<TlsMode>(m_ui->tlsCombo, TlsMode::VerifyFull);
        choose<SignInMethod>(m_ui->signInCombo, SignInMethod::TokenCommand);
        m_shown = entered();
    }
    showProblems({});
    showKind();
    Q_EMIT edited(m_shown);
}

ConnectionDraft ConnectionForm::entered() const
{
    ConnectionDraft draft = m_shown;
    ConnectionProfile &profile = draft.profile;
    profile.name = m_ui->nameEdit->text();
    profile.kind = chosen<ProfileKind>(m_ui->kindCombo).value_or(ProfileKind::PostgreSql);
    profile.environment = chosen<Environment>(m_ui->environmentCombo).value_or(Environment::Production);
    profile.filePath = m_ui->fileEdit->text().trimmed();
    draft.hosts = m_ui->hostsEdit->text();
    profile.database = m_ui->databaseEdit->text().trimmed();
    profile.tls = chosen<TlsMode>(m_ui->tlsCombo).value_or(TlsMode::VerifyFull);
    profile.rootCertificate = m_ui->certificateEdit->text().trimmed();
    profile.signIn = chosen<SignInMethod>(m_ui->signInCombo).value_or(SignInMethod::Password);
    profile.tokenCommand = m_ui->commandEdit->text().trimmed();
    profile.username = m_ui->usernameEdit->text().trimmed();
    profile.remembersSecret = m_ui->rememberCheck->isChecked();
    return draft;
}

std::pair<QWidget *, ErrorLabel *> ConnectionForm::fieldOf(ProfileField field) const
{
    switch (field) {
    case ProfileField::Name: return {m_ui->nameEdit, m_ui->nameEditError};
    case ProfileField::FilePath: return {m_ui->fileEdit, m_ui->fileEditError};
    case ProfileField::Hosts: return {m_ui->hostsEdit, m_ui->hostsEditError};
    case ProfileField::Database: return {m_ui->databaseEdit, m_ui->databaseEditError};
    case ProfileField::Tls: return {m_ui->tlsCombo, m_ui->tlsComboError};
    case ProfileField::RootCertificate: return {m_ui->certificateEdit, m_ui->certificateEditError};
    case ProfileField::TokenCommand: return {m_ui->commandEdit, m_ui->commandEditError};
    case ProfileField::Username: return {m_ui->usernameEdit, m_ui->usernameEditError};
    }
    return {};
}

void ConnectionForm::showProblems(const QList<ProfileProblem> &problems)
{
    for (const ProfileField field :
         {ProfileField::Name, ProfileField::FilePath, ProfileField::Hosts, ProfileField::Database, ProfileField::Tls,
          ProfileField::RootCertificate, ProfileField::TokenCommand, ProfileField::Username}) {
        const auto [widget, error] = fieldOf(field);
        error->showError(widget, {});
    }
    for (const ProfileProblem &problem : problems) {
        const auto [widget, error] = fieldOf(problem.field);
        error->showError(widget, problem.sentence);
    }
    if (!problems.isEmpty())
        fieldOf(problems.first().field).first->setFocus();
}

void ConnectionForm::beginNaming()
{
    m_ui->nameEdit->setFocus();
    m_ui->nameEdit->selectAll();
}

void ConnectionForm::test()
{
    if (m_trial.isRunning())
        return m_trial.stop();
    auto problems = problemsOf(m_shown.profile, m_shown.hosts, {});
    if (m_shown.profile.isServer() && m_shown.profile.username.isEmpty())
        problems.append({ProfileField::Username, tr("Enter the user name to test with.")});
    showProblems(problems);
    if (problems.isEmpty())
        m_trial.start(m_shown.profile, m_shown.profile.username, m_ui->testPasswordEdit->text());
}

void ConnectionForm::showTrial()
{
    m_ui->testButton->setText(m_trial.isRunning() ? tr("S&top testing") : tr("&Test connection"));
    m_ui->testBar->setVisible(m_trial.isRunning());
    m_ui->testReport->show(m_trial.report());
}

void ConnectionForm::chooseFile(QLineEdit *target, const QString &title, bool mayBeNew)
{
    auto *dialog = new QFileDialog(this, title, target->text());
    dialog->setObjectName(u"connectionFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(mayBeNew ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    dialog->setLabelText(QFileDialog::Accept, tr("Choose"));
    connect(dialog, &QFileDialog::fileSelected, target, &QLineEdit::setText);
    dialog->open();
}

} // namespace dealdesk
