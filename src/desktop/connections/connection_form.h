#pragma once

#include "presentation/connections/connection_drafts.h"
#include "presentation/connections/connection_trial.h"

#include <QWidget>

#include <memory>

class QLineEdit;

namespace dealdesk {

class ErrorLabel;

namespace Ui {
class ConnectionForm;
}

/// The fields of one connection, what is wrong with each under it, and "Test connection" with what it found.
class ConnectionForm : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionForm(QWidget *parent = nullptr);
    ~ConnectionForm() override;

    void show(const ConnectionDraft &draft);
    void showProblems(const QList<ProfileProblem> &problems);
    /// Puts the cursor into the name, to be typed over.
    void beginNaming();

Q_SIGNALS:
    void edited(const dealdesk::ConnectionDraft &draft);

private:
    void connectFields();
    void showKind();
    void readAndTell();
    void test();
    void showTrial();
    void chooseFile(QLineEdit *target, const QString &title, bool mayBeNew);
    [[nodiscard]] ConnectionDraft entered() const;
    [[nodiscard]] std::pair<QWidget *, ErrorLabel *> fieldOf(ProfileField field) const;

    std::unique_ptr<Ui::ConnectionForm> m_ui;
    ConnectionDraft m_shown;
    ConnectionTrial m_trial;
    bool m_isFilling = false;
};

} // namespace dealdesk
