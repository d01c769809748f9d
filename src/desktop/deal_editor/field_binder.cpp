#include "desktop/deal_editor/field_binder.h"

#include "desktop/widgets/date_edit.h"
#include "desktop/widgets/error_label.h"
#include "desktop/widgets/money_edit.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QSpinBox>

namespace dealdesk {

FieldBinder::FieldBinder(DealForm &form, QObject *parent) : QObject(parent), m_form(form)
{
    connect(&form, &DealForm::contentChanged, this, &FieldBinder::showContent);
    connect(&form, &DealForm::problemsChanged, this, &FieldBinder::showProblems);
}

void FieldBinder::bind(QLineEdit *edit, Field field, ErrorLabel *problem)
{
    bind(
        edit, [field] { return FieldPath{field}; }, problem);
}

void FieldBinder::bind(QLineEdit *edit, std::function<FieldPath()> path, ErrorLabel *problem)
{
    connect(edit, &QLineEdit::textEdited, this, [this, path](const QString &text) { m_form.setInput(path(), text); });
    add({path, edit, problem, [this, edit, path] {
             if (const QString text = m_form.inputText(path()); edit->text() != text)
                 edit->setText(text);
         }});
}

void FieldBinder::bindValue(ValueEdit *edit, Field field, ErrorLabel *problem, std::function<void()> showValue)
{
    const FieldPath path{field};
    connect(edit, &ValueEdit::edited, this, [this, edit, path] { m_form.setInput(path, edit->rawText()); });
    add({[path] { return path; }, edit, problem,
         [this, edit, path, showValue] {
             const QString text = m_form.inputText(path);
             if (text.isEmpty() || m_form.content().unreadable.contains(path))
                 edit->setRawText(text);
             else
                 showValue();
         }});
}

void FieldBinder::bind(MoneyEdit *edit, Field field, ErrorLabel *problem)
{
    bindValue(edit, field, problem, [this, edit] { edit->setMoney(m_form.draft().growthAmbition); });
}

void FieldBinder::bind(DateEdit *edit, Field field, ErrorLabel *problem)
{
    bindValue(edit, field, problem,
              [this, edit, field] { edit->setDate(field == Field::TermStart ? m_form.draft().termStart : m_form.draft().termEnd); });
}

void FieldBinder::bind(QSpinBox *spin, Field field, ErrorLabel *problem)
{
    const FieldPath path{field};
    connect(spin, &QSpinBox::valueChanged, this, [this, path](int value) {
        if (!m_showing)
            m_form.setInput(path, value > 0 ? QLocale().toString(value) : QString());
    });
    add({[path] { return path; }, spin, problem, [this, spin, path] { spin->setValue(QLocale().toInt(m_form.inputText(path))); }});
}

void FieldBinder::bind(QPlainTextEdit *edit, Field field)
{
    const FieldPath path{field};
    connect(edit, &QPlainTextEdit::textChanged, this, [this, edit, path] {
        if (!m_showing)
            m_form.setInput(path, edit->toPlainText());
    });
    add({[path] { return path; }, edit, nullptr,
         [this, edit, path] {
             if (const QString text = m_form.inputText(path); edit->toPlainText() != text) {
                 edit->setPlainText(text);
                 edit->moveCursor(QTextCursor::End);
             }
         }});
}

void FieldBinder::bind(QComboBox *combo, Field field, ErrorLabel *problem, std::function<int()> currentIndex,
                       std::function<void(int)> choose)
{
    connect(combo, &QComboBox::activated, this, choose);
    add({[field] { return FieldPath{field}; }, combo, problem, [combo, currentIndex] { combo->setCurrentIndex(currentIndex()); }});
}

void FieldBinder::add(const Binding &binding)
{
    m_bindings.append(binding);
    binding.field->installEventFilter(this);
    binding.field->setFocusPolicy(Qt::StrongFocus);
    if (auto *inner = binding.field->findChild<QLineEdit *>())
        inner->installEventFilter(this);
    QScopedValueRollback showing(m_showing, true);
    binding.show();
}

bool FieldBinder::goTo(const FieldPath &path)
{
    for (const Binding &binding : m_bindings) {
        if (binding.path() != path)
            continue;
        binding.field->setFocus(Qt::ShortcutFocusReason);
        if (auto *edit = qobject_cast<QLineEdit *>(binding.field))
            edit->selectAll();
        return true;
    }
    return false;
}

void FieldBinder::showContent()
{
    QScopedValueRollback showing(m_showing, true);
    for (const Binding &binding : m_bindings)
        binding.show();
}

void FieldBinder::showProblems()
{
    for (const Binding &binding : m_bindings)
        showProblem(binding, false);
}

/// While somebody types, a field is not called wrong before it is left; being right shows at once.
void FieldBinder::showProblem(const Binding &binding, bool leaving)
{
    if (!binding.problem)
        return;
    const QString sentence = m_form.problemAt(binding.path());
    const bool typing = !leaving && binding.field->hasFocus() && !m_form.showsMissing();
    if (typing && !sentence.isEmpty() && binding.problem->text().isEmpty())
        return;
    binding.problem->showError(binding.field, sentence);
}

bool FieldBinder::eventFilter(QObject *watched, QEvent *event)
{
    auto *field = qobject_cast<QWidget *>(watched);
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // the page's actions take it
            return true;
        }
        break;
    }
    case QEvent::Wheel:
        if (field && !field->hasFocus()) {
            event->ignore();
            return true;
        }
        break;
    case QEvent::FocusOut:
        if (static_cast<QFocusEvent *>(event)->reason() == Qt::PopupFocusReason)
            break; // its own list opened: typing goes on
        m_form.endStep();
        for (const Binding &binding : m_bindings) {
            if (binding.field == watched || binding.field == watched->parent())
                showProblem(binding, true);
        }
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace dealdesk
