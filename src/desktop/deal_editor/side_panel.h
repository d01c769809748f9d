#pragma once

#include "presentation/deal_editor/deal_editor.h"
#include "presentation/deal_editor/figures_model.h"

#include <QScrollArea>

namespace dealdesk {

class ChangeListPanel;

/// Beside the form, in step with every keystroke: what reviewers ask for and who is asked again, the figures per tier, the approval path.
/// As wide as its tiers need.
class SidePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit SidePanel(DealEditor &editor, QWidget *parent = nullptr);

    [[nodiscard]] ChangeListPanel *changes() const { return m_changes; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildFigures(QWidget *parent);
    QWidget *buildReapproval(QWidget *parent);
    void fitWidth();

    DealEditor &m_editor;
    FiguresModel m_figures;
    ChangeListPanel *m_changes = nullptr;
};

} // namespace dealdesk
