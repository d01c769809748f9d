#pragma once

#include "presentation/deal_editor/deal_form.h"

#include <QComboBox>
#include <QObject>
#include <QPointer>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace dealdesk {

class DateEdit;
class ErrorLabel;
class MoneyEdit;
class ValueEdit;

/// Keeps fields and form the same: what is typed goes into the form at once, what the form says otherwise (undo, another client) goes
/// back into the fields, and each problem stands beside its field. Undo and redo stay the form's: the fields' own are switched off, and
/// the wheel scrolls the page unless the field has the focus.
class FieldBinder : public QObject {
    Q_OBJECT

public:
    explicit FieldBinder(DealForm &form, QObject *parent = nullptr);

    void bind(QLineEdit *edit, Field field, ErrorLabel *problem);
    void bind(MoneyEdit *edit, Field field, ErrorLabel *problem);
    void bind(DateEdit *edit, Field field, ErrorLabel *problem);
    void bind(QSpinBox *spin, Field field, ErrorLabel *problem);
    void bind(QPlainTextEdit *edit, Field field);
    /// `path` may change, as the client's does with the channel.
    void bind(QLineEdit *edit, std::function<FieldPath()> path, ErrorLabel *problem);
    void bind(QComboBox *combo, Field field, ErrorLabel *problem, std::function<int()> currentIndex, std::function<void(int)> choose);

    /// Puts the focus into the field; false when it is not one of these.
    bool goTo(const FieldPath &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Binding {
        std::function<FieldPath()> path;
        QWidget *field = nullptr;
        ErrorLabel *problem = nullptr;
        std::function<void()> show;
    };
    void add(const Binding &binding);
    void bindValue(ValueEdit *edit, Field field, ErrorLabel *problem, std::function<void()> showValue);
    void showContent();
    void showProblems();
    void showProblem(const Binding &binding, bool leaving);

    DealForm &m_form;
    QList<Binding> m_bindings;
    bool m_showing = false;
};

} // namespace dealdesk
