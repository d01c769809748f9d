#pragma once

#include "presentation/sign_in/sign_in_model.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class CredentialsPage;
}

/// A person who can be signed in with one click: of the sample database only.
struct QuickPerson {
    QString username;
    QString title; ///< name and role
};

/// User name and password, the last user name remembered; in the sample database the people to choose from.
class CredentialsPage : public QWidget {
    Q_OBJECT

public:
    explicit CredentialsPage(SignInModel *model, QWidget *parent = nullptr);
    ~CredentialsPage() override;

    void setUsername(const QString &username);
    /// What the connection asks for: a password, a pasted token, or neither.
    void setConnection(const ConnectionProfile &profile);
    /// The password is the sample's documented one.
    void setQuickPeople(const QList<QuickPerson> &people, const QString &password);
    void showError(SignInModel::Field field, const QString &sentence);
    /// Empties the password and puts the cursor where typing goes on.
    void prepare();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void submit();
    void clearErrors();
    void fillSecret(const QString &username, const QString &secret);

    std::unique_ptr<Ui::CredentialsPage> m_ui;
    SignInModel *m_model;
    QString m_samplePassword;
};

} // namespace dealdesk
