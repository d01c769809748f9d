#pragma once

#include "presentation/deal_editor/incentive_grid_model.h"
#include "presentation/deal_editor/tier_grid_model.h"

#include <QWidget>

class QAbstractButton;
class QPushButton;

namespace dealdesk {

class GridView;

/// The tiers and, below, the incentives of all of them, each as a grid with its buttons.
class TiersPanel : public QWidget {
    Q_OBJECT

public:
    explicit TiersPanel(DealForm &form, QWidget *parent = nullptr);

    /// Goes to a tier's or an incentive's cell; false when the path is of neither.
    bool goTo(const FieldPath &path);

Q_SIGNALS:
    /// What a paste left out; empty when all went in.
    void remark(const QString &text);

private:
    void buildTierGrid();
    void buildIncentiveGrid();
    QPushButton *addButton(const QString &name, const QString &text, const QString &toolTip, const QKeySequence &shortcut);
    QAbstractButton *addTool(const QString &name, QLatin1StringView icon, const QString &toolTip, const QKeySequence &shortcut);
    void addShortcut(QAbstractButton *button, const QKeySequence &keys);
    void addTier();
    void removeTier();
    void moveTier(int by);
    void addIncentive();
    void removeIncentives();
    void updateButtons();
    [[nodiscard]] int currentTier() const;

    DealForm &m_form;
    TierGridModel m_tiers;
    IncentiveGridModel m_incentives;
    GridView *m_tierGrid = nullptr;
    GridView *m_incentiveGrid = nullptr;
    QPushButton *m_addTier = nullptr;
    QAbstractButton *m_removeTier = nullptr;
    QAbstractButton *m_moveUp = nullptr;
    QAbstractButton *m_moveDown = nullptr;
    QPushButton *m_addIncentive = nullptr;
    QAbstractButton *m_removeIncentive = nullptr;
};

} // namespace dealdesk
