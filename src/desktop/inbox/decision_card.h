#pragma once

#include "presentation/inbox/task_card.h"

#include <QScrollArea>

class QAbstractItemModel;
class QLabel;
class QTableView;

namespace dealdesk {

class Card;
class SinceCard;
class StatusChip;

/// Everything that a decision needs, from top to bottom: what is asked, what
/// changed since the own last decision, why, the figures, the incentives, what was said.
class DecisionCard : public QScrollArea {
    Q_OBJECT

public:
    explicit DecisionCard(QAbstractItemModel *figures, QWidget *parent = nullptr);

    void showCard(const TaskCard &card);

Q_SIGNALS:
    void differenceRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *addText(const QString &name, QLayout *into);
    QWidget *header();
    void colorDue();
    void fitFigures();

    QLabel *m_title = nullptr;
    StatusChip *m_status = nullptr;
    QLabel *m_deal = nullptr;
    QLabel *m_client = nullptr;
    QLabel *m_due = nullptr;
    QLabel *m_behalf = nullptr;
    QLabel *m_claim = nullptr;
    SinceCard *m_since = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_reasons = nullptr;
    Card *m_incentivesCard = nullptr;
    QLabel *m_incentives = nullptr;
    Card *m_saidCard = nullptr;
    QLabel *m_verdicts = nullptr;
    QLabel *m_comments = nullptr;
    QTableView *m_figures = nullptr;
    bool m_overdue = false;
};

} // namespace dealdesk
