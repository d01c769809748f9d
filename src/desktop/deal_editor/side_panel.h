#pragma once

#include "presentation/deal_editor/figures_model.h"

#include <QScrollArea>

namespace dealdesk {

/// Beside the form, in step with every keystroke: the figures per tier and the approval path. As wide as its tiers need.
class SidePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit SidePanel(DealForm &form, QWidget *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fitWidth();

    FiguresModel m_figures;
};

} // namespace dealdesk
