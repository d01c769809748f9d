#pragma once

#include <QToolButton>

class QAction;
class QMenu;

namespace dealdesk {

/// A button with a menu of choices of which any number may be on; the menu stays open while one ticks. The button says how many are on.
class MultiSelect : public QToolButton {
    Q_OBJECT

public:
    explicit MultiSelect(QWidget *parent = nullptr);

    struct Choice {
        int value = 0;
        QString text;
    };
    void setChoices(const QList<Choice> &choices);

    [[nodiscard]] QList<int> checked() const;
    /// Without changed().
    void setChecked(const QList<int> &values);

Q_SIGNALS:
    /// After somebody ticked or unticked.
    void changed();

private:
    void updateText();

    QMenu *m_menu;
    QString m_title;
};

} // namespace dealdesk
