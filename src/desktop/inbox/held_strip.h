#pragma once

#include "presentation/inbox/inbox.h"

#include <QFrame>
#include <QTimer>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace dealdesk {

/// What is decided and not sent yet, the newest first, each with the seconds that are left and a way back; and the last decision that was
/// sent, while it may be taken back. Takes no room while there is neither.
class HeldStrip : public QFrame {
    Q_OBJECT

public:
    explicit HeldStrip(Inbox *inbox, QWidget *parent = nullptr);

Q_SIGNALS:
    void rescindRequested();

private:
    struct Entry {
        QWidget *box = nullptr;
        QLabel *text = nullptr;
        QPushButton *undo = nullptr;
        int batch = 0;
    };
    static constexpr int kMostShown = 3;

    Entry addEntry(QHBoxLayout *row, int number);
    void addSent(QHBoxLayout *row);
    void show();
    void showEntry(Entry &entry, const HeldDecisions::Batch *batch);

    Inbox *m_inbox;
    QList<Entry> m_entries;
    QLabel *m_more = nullptr;
    QWidget *m_sentBox = nullptr;
    QLabel *m_sent = nullptr;
    QPushButton *m_rescind = nullptr;
    QTimer m_clock;
};

} // namespace dealdesk
