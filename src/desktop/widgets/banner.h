#pragma once

#include "desktop/theme/colors.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace dealdesk {

class IconLabel;

/// A message across the top of what it is about, with at most one action and a way to put it away. Hidden until shown.
/// Its parts are named after it: "<objectName>Text", "<objectName>Action", "<objectName>Dismiss".
class Banner : public QFrame {
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows the banner and tells screen readers. `action` is a button text with mnemonic; empty for none.
    void showMessage(Tone tone, const QString &text, const QString &action = {});
    void clear();
    void setDismissible(bool dismissible);

    [[nodiscard]] QString text() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

Q_SIGNALS:
    void actionTriggered();
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void nameParts();
    void updateColors();

    Tone m_tone = Tone::Info;
    IconLabel *m_icon = nullptr;
    QLabel *m_text = nullptr;
    QPushButton *m_action = nullptr;
    QToolButton *m_dismiss = nullptr;
};

} // namespace dealdesk
