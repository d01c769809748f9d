#pragma once

#include "domain/client_history.h"

#include <QWidget>

#include <array>

class QLabel;

namespace dealdesk {

/// The chosen client's previous year in a line of five figures; "no data" where there is none.
class ClientHistoryStrip : public QWidget {
    Q_OBJECT

public:
    explicit ClientHistoryStrip(QWidget *parent = nullptr);

    void setHistory(const ClientHistory &history);

private:
    enum Figure { Revenue, Margin, Profit, IncentiveCost, ClientValue, FigureCount };
    void setFigure(Figure figure, const QString &text, bool known);

    std::array<QLabel *, FigureCount> m_values{};
};

} // namespace dealdesk
