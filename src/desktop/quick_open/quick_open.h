#pragma once

#include "presentation/quick_open/quick_open_model.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace dealdesk {

/// The overlay behind Ctrl+K: type, choose with the arrow keys, Enter opens, Escape or a click elsewhere puts it away.
class QuickOpen : public QFrame {
    Q_OBJECT

public:
    QuickOpen(std::shared_ptr<Session> session, const QList<QuickOpenEntry> &commands, QWidget *window);

    /// Over the upper middle of the window, with the focus in its field. Deletes itself when put away.
    void popUp();

Q_SIGNALS:
    void dealChosen(dealdesk::DealId deal);
    void commandChosen(const QString &key);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void step(int rows);
    void showAnswer();
    void chooseCurrent();

    QuickOpenModel m_model;
    QWidget *m_window;
    bool m_chooseWhenAnswered = false; ///< Enter came before the database's answer
    QLineEdit *m_text = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
};

} // namespace dealdesk
