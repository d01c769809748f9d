#include "desktop/sign_in/first_start_page.h"

#include "desktop/theme/theme.h"
#include "sign_in/ui_first_start_page.h"

namespace dealdesk {

FirstStartPage::FirstStartPage(SignInModel *model, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::FirstStartPage>()), m_model(model)
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->createButton, "primary");
    connect(m_ui->createButton, &QPushButton::clicked, this, &FirstStartPage::submit);
    connect(m_ui->repeatEdit, &QLineEdit::returnPressed, this, &FirstStartPage::submit);
    connect(m_ui->sampleButton, &QPushButton::clicked, this, &FirstStartPage::sampleRequested);
    for (auto *edit : findChildren<QLineEdit *>())
        connect(edit, &QLineEdit::textEdited, this, &FirstStartPage::clearErrors);
    connect(m_model, &SignInModel::busyChanged, this, [this](bool busy) {
        m_ui->createButton->setEnabled(!busy);
        m_ui->sampleButton->setEnabled(!busy);
    });
}

FirstStartPage::~FirstStartPage() = default;

void FirstStartPage::showError(SignInModel::Field field, const QString &sentence)
{
    using Field = SignInModel::Field;
    clearErrors();
    const auto point = [&sentence](QLineEdit *edit, ErrorLabel *label) {
        label->showError(edit, sentence);
        edit->setFocus();
    };
    switch (field) {
    case Field::Username: return point(m_ui->newUsernameEdit, m_ui->newUsernameEditError);
    case Field::Email: return point(m_ui->emailEdit, m_ui->emailEditError);
    case Field::FirstName: return point(m_ui->firstNameEdit, m_ui->firstNameEditError);
    case Field::LastName: return point(m_ui->lastNameEdit, m_ui->lastNameEditError);
    case Field::Repeated: return point(m_ui->repeatEdit, m_ui->repeatEditError);
    default: return point(m_ui->newPasswordEdit, m_ui->newPasswordEditError);
    }
}

void FirstStartPage::prepare()
{
    m_ui->firstNameEdit->setFocus();
}

void FirstStartPage::submit()
{
    clearErrors();
    NewAccount account;
    account.username = m_ui->newUsernameEdit->text();
    account.email = m_ui->emailEdit->text();
    account.firstName = m_ui->firstNameEdit->text().trimmed();
    account.lastName = m_ui->lastNameEdit->text().trimmed();
    account.password = m_ui->newPasswordEdit->text();
    m_model->createFirstAdmin(account, m_ui->repeatEdit->text());
}

void FirstStartPage::clearErrors()
{
    m_ui->newUsernameEditError->showError(m_ui->newUsernameEdit, {});
    m_ui->emailEditError->showError(m_ui->emailEdit, {});
    m_ui->firstNameEditError->showError(m_ui->firstNameEdit, {});
    m_ui->lastNameEditError->showError(m_ui->lastNameEdit, {});
    m_ui->newPasswordEditError->showError(m_ui->newPasswordEdit, {});
    m_ui->repeatEditError->showError(m_ui->repeatEdit, {});
}

} // namespace dealdesk
