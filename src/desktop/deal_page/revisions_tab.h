#pragma once

#include "presentation/deal_page/tier_figures_model.h"
#include "services/deal_detail.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class RevisionsTab;
}

/// Every revision as it was submitted, and what changed from the one before.
class RevisionsTab : public QWidget {
    Q_OBJECT

public:
    explicit RevisionsTab(QWidget *parent = nullptr);
    ~RevisionsTab() override;

    void setDeal(const DealDetail &deal, const RoutingPolicy &policy);

private:
    void showRevision(int row);

    std::unique_ptr<Ui::RevisionsTab> m_ui;
    TierFiguresModel m_figures;
    QList<RevisionRow> m_revisions; ///< newest first
    ClientHistory m_history;
    Ratio m_factor;
};

} // namespace dealdesk
