#pragma once

#include "presentation/deal_page/tier_figures_model.h"
#include "services/deal_detail.h"

#include <QTableView>

#include <memory>

namespace dealdesk {

namespace Ui {
class TiersTab;
}

/// How a table of figures looks: narrow rows, the figures' names at the left, growth in colour.
void applyFiguresLook(QTableView *table);

/// The figures per tier against last year, and the incentives behind them.
class TiersTab : public QWidget {
    Q_OBJECT

public:
    explicit TiersTab(QWidget *parent = nullptr);
    ~TiersTab() override;

    void setDeal(const DealDetail &deal, const RoutingPolicy &policy);

private:
    std::unique_ptr<Ui::TiersTab> m_ui;
    TierFiguresModel m_figures;
    IncentivesModel m_incentives;
};

} // namespace dealdesk
