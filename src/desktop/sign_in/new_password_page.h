#pragma once

#include "presentation/sign_in/sign_in_model.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class NewPasswordPage;
}

/// Whoever was given a password by an administrator chooses an own one before going on.
class NewPasswordPage : public QWidget {
    Q_OBJECT

public:
    explicit NewPasswordPage(SignInModel *model, QWidget *parent = nullptr);
    ~NewPasswordPage() override;

    void showError(SignInModel::Field field, const QString &sentence);
    void prepare();

private:
    void submit();
    void clearErrors();

    std::unique_ptr<Ui::NewPasswordPage> m_ui;
    SignInModel *m_model;
};

} // namespace dealdesk
