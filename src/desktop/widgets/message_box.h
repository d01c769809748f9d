#pragma once

#include <QMessageBox>

#include <functional>

namespace dealdesk {

struct Confirmation {
    QString title;
    QString text;        ///< what will happen, as a question
    QString explanation; ///< why it cannot be undone; may be empty
    QString acceptText;  ///< the verb, with mnemonic: "&Discard draft"
    bool destructive = true;
};

/// The only message box of the program, for what cannot be undone. objectName "messageBox"; its buttons are "messageBoxAccept" and
/// "messageBoxCancel". Window-modal and never a nested event loop: the answer comes through the callback.
class MessageBox : public QMessageBox {
    Q_OBJECT

public:
    /// Calls `accepted` only for the accept button; Escape and closing mean cancel, which is also the default button when
    /// destructive. `accepted` is not called once `parent` is gone.
    static MessageBox *ask(QWidget *parent, const Confirmation &question, std::function<void()> accepted);

private:
    explicit MessageBox(QWidget *parent);
};

} // namespace dealdesk
