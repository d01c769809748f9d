#pragma once

#include "presentation/deal_page/deal_overview.h"

#include <QScrollArea>

namespace dealdesk {

class Card;

/// What the deal is about, in words, and its approval path.
class OverviewTab : public QScrollArea {
    Q_OBJECT

public:
    explicit OverviewTab(QWidget *parent = nullptr);

    void setDeal(const DealDetail &deal, const RoutingPolicy &policy);

private:
    void rebuild(bool submitted);
    [[nodiscard]] Card *makeCard(const OverviewSection &section) const;
    [[nodiscard]] Card *makePathCard(bool submitted) const;

    QList<OverviewSection> m_sections;
    QStringList m_path;
};

} // namespace dealdesk
