#pragma once

#include <QWidget>

class QLabel;

namespace dealdesk {

/// After a stale save: what differs between this screen and the database, and the two ways on.
class ConflictPanel : public QWidget {
    Q_OBJECT

public:
    explicit ConflictPanel(QWidget *parent = nullptr);

    /// From what is on the screen to what the database has, a line each.
    void setDifferences(const QStringList &lines);

Q_SIGNALS:
    void mineKept();
    void theirsTaken();

private:
    QLabel *m_lines = nullptr;
};

} // namespace dealdesk
