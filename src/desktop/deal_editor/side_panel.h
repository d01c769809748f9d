#pragma once

#include "presentation/deal_editor/figures_model.h"

#include <QWidget>

namespace dealdesk {

/// Beside the form, in step with every keystroke: the figures per tier and the approval path.
class SidePanel : public QWidget {
    Q_OBJECT

public:
    static constexpr int kMinimumWidth = 330;

    explicit SidePanel(DealForm &form, QWidget *parent = nullptr);

private:
    FiguresModel m_figures;
};

} // namespace dealdesk
