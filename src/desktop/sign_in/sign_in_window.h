#pragma once

#include "desktop/sign_in/credentials_page.h"
#include "presentation/connections/connection_list.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace dealdesk {

class Card;
class EnvironmentStrip;
class FirstStartPage;
class NewPasswordPage;
class RefusalPage;

/// The way in: shows which connection, and one step at a time what is needed to get into it.
class SignInWindow : public QWidget {
    Q_OBJECT

public:
    SignInWindow(SignInModel *model, ConnectionList *connections, QWidget *parent = nullptr);

    [[nodiscard]] CredentialsPage *credentials() const { return m_credentials; }

Q_SIGNALS:
    void sampleRequested();
    void databaseChosen(const QString &filePath);
    void connectionChosen(const QString &id);

private:
    void buildPages();
    void showStep();
    void showOpening();
    void showError(SignInModel::Field field, const QString &sentence);
    void chooseFile();
    void openConnections();
    void showConnection();
    [[nodiscard]] QWidget *connectionRows();
    [[nodiscard]] QWidget *openingPage();

    SignInModel *m_model;
    ConnectionList *m_connections;
    EnvironmentStrip *m_environment = nullptr;
    QComboBox *m_connection = nullptr;
    QToolButton *m_otherFile = nullptr;
    QPushButton *m_cancel = nullptr;
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
