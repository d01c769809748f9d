#pragma once

#include <QLineEdit>

#include <optional>

namespace dealdesk {

/// A line edit for a typed value: shows it formatted while nobody types, keeps what cannot be read exactly as it was typed, and marks it.
/// MoneyEdit, PercentEdit and DateEdit say what can be read.
class ValueEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit ValueEdit(QWidget *parent = nullptr);

    /// Exactly what stands in the field, trimmed.
    [[nodiscard]] QString rawText() const;
    /// Puts any text in, readable or not (from the journal or an undo step), without edited().
    void setRawText(const QString &text);
    /// Not empty, and cannot be read.
    [[nodiscard]] bool isUnreadable() const;

Q_SIGNALS:
    /// After every keystroke of the user that changes the text.
    void edited();

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

    /// The form to show for a readable text; nothing for what cannot be read.
    [[nodiscard]] virtual std::optional<QString> formatted(const QString &text) const = 0;
    /// The sentence beside an unreadable field.
    [[nodiscard]] virtual QString unreadableReason() const = 0;
    /// Shows the value's own form and clears or sets the mark.
    void settle();

private:
    void mark(bool unreadable);

    bool m_marked = false; // by this class; a mark that a form sets for a broken rule is the form's to clear
};

} // namespace dealdesk
