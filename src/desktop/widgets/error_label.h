#pragma once

#include <QLabel>

namespace dealdesk {

/// The sentence under a field that says what is wrong with it; takes no room while there is nothing to say.
class ErrorLabel : public QLabel {
    Q_OBJECT

public:
    explicit ErrorLabel(QWidget *parent = nullptr);

    /// Shows the sentence and marks the field; an empty one clears both.
    void showError(QWidget *field, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateColor();
};

} // namespace dealdesk
