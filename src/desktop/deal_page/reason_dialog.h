#pragma once

#include <QDialog>

#include <functional>

class QPlainTextEdit;
class QPushButton;

namespace dealdesk {

struct ReasonQuestion {
    QString title;
    QString text;       ///< what will happen
    QString acceptText; ///< the verb, with mnemonic
    bool required = true;
    bool destructive = false;
};

/// Asks why. Window-modal, without a nested event loop: `given` gets the trimmed reason; nothing is called on Escape.
class ReasonDialog : public QDialog {
    Q_OBJECT

public:
    static ReasonDialog *ask(QWidget *parent, const ReasonQuestion &question, std::function<void(const QString &)> given);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    ReasonDialog(QWidget *parent, const ReasonQuestion &question);
    void updateAccept();

    QPlainTextEdit *m_reason;
    QPushButton *m_accept;
    bool m_required;
};

} // namespace dealdesk
