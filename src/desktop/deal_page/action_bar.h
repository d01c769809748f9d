#pragma once

#include "domain/deal_actions.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace dealdesk {

/// A button per offered action, in their order; under them, in words, why some cannot be taken now.
class ActionBar : public QWidget {
    Q_OBJECT

public:
    explicit ActionBar(QWidget *parent = nullptr);

    /// While `busy` nothing can be pressed.
    void setActions(const QList<OfferedAction> &actions, bool busy);
    void setTransferVisible(bool visible);

Q_SIGNALS:
    void triggered(dealdesk::DealAction action);
    void transferRequested();

private:
    void rebuild(const QList<OfferedAction> &actions);
    void explain(const QList<OfferedAction> &actions);

    QHBoxLayout *m_row;
    QPushButton *m_transfer;
    QLabel *m_why;
    QList<QPushButton *> m_buttons;
    QList<OfferedAction> m_actions;
};

} // namespace dealdesk
