#pragma once

#include <QDialog>

#include <functional>

class QLineEdit;

namespace dealdesk {

/// Asks for a name. Window-modal, without a nested event loop: `take` gets what was typed and gives a sentence when the name will not do,
/// or nothing, which closes the dialog.
class NameDialog : public QDialog {
    Q_OBJECT

public:
    using Take = std::function<QString(const QString &name)>;
    static NameDialog *ask(QWidget *parent, const QString &title, const QString &name, Take take);

private:
    NameDialog(QWidget *parent, const QString &title, const QString &name, Take take);
    void submit();

    QLineEdit *m_name;
    class ErrorLabel *m_error;
    Take m_take;
};

} // namespace dealdesk
