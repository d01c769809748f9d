#pragma once

#include "desktop/sign_in/credentials_page.h"

class QLabel;
class QStackedWidget;

namespace dealdesk {

class Card;
class FirstStartPage;
class NewPasswordPage;
class RefusalPage;

/// The way in: shows which database, and one step at a time what is needed to get into it.
class SignInWindow : public QWidget {
    Q_OBJECT

public:
    explicit SignInWindow(SignInModel *model, QWidget *parent = nullptr);

    [[nodiscard]] CredentialsPage *credentials() const { return m_credentials; }

Q_SIGNALS:
    void sampleRequested();
    void databaseChosen(const QString &filePath);

private:
    void buildPages();
    void showStep();
    void showError(SignInModel::Field field, const QString &sentence);
    void chooseFile();
    [[nodiscard]] QWidget *openingPage();

    SignInModel *m_model;
    Card *m_card = nullptr;
    QLabel *m_database = nullptr;
    QStackedWidget *m_steps = nullptr;
    QWidget *m_opening = nullptr;
    QLabel *m_openingText = nullptr;
    CredentialsPage *m_credentials = nullptr;
    FirstStartPage *m_firstStart = nullptr;
    RefusalPage *m_refusal = nullptr;
    NewPasswordPage *m_newPassword = nullptr;
};

} // namespace dealdesk
