#pragma once

#include "desktop/app/start_options.h"
#include "presentation/app_context.h"
#include "presentation/connections/connection_list.h"
#include "presentation/sign_in/sign_in_model.h"

#include <QObject>

namespace dealdesk {

class MainWindow;
class SignInWindow;

/// Leads from one window to the next: sign-in, the frame, and back after signing out.
class DeskApplication : public QObject {
    Q_OBJECT

public:
    explicit DeskApplication(StartOptions options, QObject *parent = nullptr);
    ~DeskApplication() override;

    void start();
    /// Ends every window and waits for the requests under way: a database's thread must not outlive the program.
    void finish();

private:
    void open(const QString &fileOrUrl);
    void chooseConnection(const QString &id);
    void switchConnection(const QString &id);
    void closeFrame();
    [[nodiscard]] QString connectionToRemember() const;
    void openSample();
    void stepChanged();
    void prepareCredentials();
    QCoro::Task<> enter();
    void leave();
    void offerBackup(); ///< after the open database was found damaged

    StartOptions m_options;
    ConnectionList m_connections;
    SignInModel m_signIn;
    RequestScope m_entering;
    std::unique_ptr<SignInWindow> m_signInWindow;
    std::unique_ptr<MainWindow> m_mainWindow;
};

} // namespace dealdesk
