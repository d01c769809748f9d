#pragma once

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace dealdesk {

/// A text field that offers names: those that contain what is typed, or all of them with the arrow, Down, Alt+Down or F4. Thousands are
/// fine. What is typed stays, also when no name fits.
class ChoiceEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit ChoiceEdit(QWidget *parent = nullptr);

    void setChoices(const QStringList &choices);
    /// The name that is meant: spelled as offered, or the only one that contains the text; else the text itself.
    [[nodiscard]] QString resolved() const;

public Q_SLOTS:
    void showAll();

Q_SIGNALS:
    /// A name was picked from the list.
    void chosen(const QString &name);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStringListModel *m_choices = nullptr;
    QCompleter *m_completer = nullptr;
};

} // namespace dealdesk
