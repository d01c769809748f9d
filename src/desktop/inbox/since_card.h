#pragma once

#include "desktop/widgets/card.h"
#include "presentation/revisions/since_decision.h"

#include <QPushButton>

class QLabel;

namespace dealdesk {

/// What a reviewer reads first: what changed since the own last decision, a line each; what is worse for us stands out.
class SinceCard : public Card {
    Q_OBJECT

public:
    explicit SinceCard(QWidget *parent = nullptr);

    void showSince(const std::optional<SinceDecision> &since);

Q_SIGNALS:
    void differenceRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void colorLines();

    static constexpr int kMostLines = 8;
    QList<QLabel *> m_lines;
    QList<DifferenceCell::Direction> m_directions;
    QLabel *m_more;
};

} // namespace dealdesk
