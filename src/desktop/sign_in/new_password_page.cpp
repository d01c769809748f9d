#include "desktop/sign_in/new_password_page.h"

#include "desktop/theme/theme.h"
#include "sign_in/ui_new_password_page.h"

namespace dealdesk {

NewPasswordPage::NewPasswordPage(SignInModel *model, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::NewPasswordPage>()), m_model(model)
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->changeButton, "primary");
    connect(m_ui->changeButton, &QPushButton::clicked, this, &NewPasswordPage::submit);
    connect(m_ui->replacementRepeatEdit, &QLineEdit::returnPressed, this, &NewPasswordPage::submit);
    for (auto *edit : {m_ui->replacementEdit, m_ui->replacementRepeatEdit})
        connect(edit, &QLineEdit::textEdited, this, &NewPasswordPage::clearErrors);
    connect(m_model, &SignInModel::busyChanged, m_ui->changeButton, &QWidget::setDisabled);
}

NewPasswordPage::~NewPasswordPage() = default;

void NewPasswordPage::showError(SignInModel::Field field, const QString &sentence)
{
    clearErrors();
    if (field == SignInModel::Field::Repeated) {
        m_ui->replacementRepeatEditError->showError(m_ui->replacementRepeatEdit, sentence);
        m_ui->replacementRepeatEdit->setFocus();
        return;
    }
    m_ui->replacementEditError->showError(m_ui->replacementEdit, sentence);
    m_ui->replacementEdit->setFocus();
}

void NewPasswordPage::prepare()
{
    m_ui->replacementEdit->clear();
    m_ui->replacementRepeatEdit->clear();
    m_ui->replacementEdit->setFocus();
}

void NewPasswordPage::submit()
{
    clearErrors();
    m_model->changePassword(m_ui->replacementEdit->text(), m_ui->replacementRepeatEdit->text());
}

void NewPasswordPage::clearErrors()
{
    m_ui->replacementEditError->showError(m_ui->replacementEdit, {});
    m_ui->replacementRepeatEditError->showError(m_ui->replacementRepeatEdit, {});
}

} // namespace dealdesk
