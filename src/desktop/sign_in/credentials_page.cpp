#include "desktop/sign_in/credentials_page.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "sign_in/ui_credentials_page.h"

#include <QKeyEvent>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// Nothing for keys that say nothing about Caps Lock. Qt cannot ask for the lock's state, a typed letter shows it.
std::optional<bool> capsLockShownBy(const QKeyEvent &key)
{
    const QString text = key.text();
    if (text.size() != 1 || !text.front().isLetter())
        return std::nullopt;
    return text.front().isUpper() != key.modifiers().testFlag(Qt::ShiftModifier);
}

} // namespace

CredentialsPage::CredentialsPage(SignInModel *model, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::CredentialsPage>()), m_model(model)
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->signInButton, "primary");
    setThemeRole(m_ui->samplePeopleLabel, "muted");
    m_ui->passwordEdit->installEventFilter(this);
    connect(m_ui->signInButton, &QPushButton::clicked, this, &CredentialsPage::submit);
    connect(m_ui->usernameEdit, &QLineEdit::returnPressed, this, [this] {
        if (m_ui->passwordEdit->isVisible())
            m_ui->passwordEdit->setFocus();
        else
            submit();
    });
    connect(m_ui->passwordEdit, &QLineEdit::returnPressed, this, &CredentialsPage::submit);
    for (auto *edit : {m_ui->usernameEdit, m_ui->passwordEdit})
        connect(edit, &QLineEdit::textEdited, this, &CredentialsPage::clearErrors);
    connect(m_ui->samplePeople, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        setUsername(item->data(Qt::UserRole).toString());
        m_ui->passwordEdit->setText(m_samplePassword);
        submit();
    });
    connect(m_ui->samplePeople, &QListWidget::itemClicked, m_ui->samplePeople, &QListWidget::itemActivated);
    connect(m_model, &SignInModel::secretFound, this, &CredentialsPage::fillSecret);
    connect(m_ui->usernameEdit, &QLineEdit::editingFinished, this, [this] { m_model->lookUpSecret(m_ui->usernameEdit->text().trimmed()); });
    connect(m_model, &SignInModel::busyChanged, this, [this](bool busy) {
        m_ui->signInButton->setEnabled(!busy);
        m_ui->signInButton->setText(busy ? tr("Signing in…") : tr("&Sign in"));
    });
}

CredentialsPage::~CredentialsPage() = default;

void CredentialsPage::setUsername(const QString &username)
{
    m_ui->usernameEdit->setText(username);
}

void CredentialsPage::setConnection(const ConnectionProfile &profile)
{
    const bool needsSecret = profile.signIn != SignInMethod::TokenCommand;
    m_ui->passwordEditLabel->setText(profile.signIn == SignInMethod::PastedToken ? tr("&Token") : tr("&Password"));
    m_ui->passwordEditLabel->setVisible(needsSecret);
    m_ui->passwordEdit->setVisible(needsSecret);
    m_ui->rememberCheck->setVisible(profile.isServer() && profile.remembersSecret && needsSecret);
    m_ui->rememberCheck->setChecked(false);
}

void CredentialsPage::fillSecret(const QString &username, const QString &secret)
{
    if (m_ui->usernameEdit->text().trimmed() != username || !m_ui->passwordEdit->text().isEmpty())
        return; // somebody else's, or typed already
    m_ui->passwordEdit->setText(secret);
    m_ui->rememberCheck->setChecked(true);
}

void CredentialsPage::setQuickPeople(const QList<QuickPerson> &people, const QString &password)
{
    m_samplePassword = password;
    m_ui->samplePeople->clear();
    for (const QuickPerson &person : people) {
        auto *item = new QListWidgetItem(icon("user"_L1), person.title, m_ui->samplePeople);
        item->setData(Qt::UserRole, person.username);
    }
    m_ui->samplePeople->setVisible(!people.isEmpty());
    m_ui->samplePeopleLabel->setVisible(!people.isEmpty());
    m_ui->passwordEdit->setText(password);
}

void CredentialsPage::showError(SignInModel::Field field, const QString &sentence)
{
    clearErrors();
    if (field == SignInModel::Field::Username) {
        m_ui->usernameEditError->showError(m_ui->usernameEdit, sentence);
        m_ui->usernameEdit->setFocus();
        return;
    }
    m_ui->passwordEditError->showError(m_ui->passwordEdit, sentence);
    m_ui->passwordEdit->setFocus();
    m_ui->passwordEdit->selectAll();
}

void CredentialsPage::prepare()
{
    m_ui->passwordEdit->setText(m_samplePassword);
    clearErrors();
    const bool needsSecret = m_model->profile().signIn != SignInMethod::TokenCommand;
    auto *start = m_ui->usernameEdit->text().isEmpty() || !needsSecret ? m_ui->usernameEdit : m_ui->passwordEdit;
    start->setFocus();
    start->selectAll(); // whoever types a password of their own does not add to the one that is there
}

bool CredentialsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (const auto on = capsLockShownBy(*key))
            m_ui->capsLockLabel->setVisible(*on);
        else if (key->key() == Qt::Key_CapsLock)
            m_ui->capsLockLabel->setVisible(false);
    }
    return QWidget::eventFilter(watched, event);
}

void CredentialsPage::submit()
{
    m_model->signIn(m_ui->usernameEdit->text(), m_ui->passwordEdit->text(), m_ui->rememberCheck->isChecked());
}

void CredentialsPage::clearErrors()
{
    m_ui->usernameEditError->showError(m_ui->usernameEdit, {});
    m_ui->passwordEditError->showError(m_ui->passwordEdit, {});
}

} // namespace dealdesk
