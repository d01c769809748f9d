#include "desktop/deal_editor/side_panel.h"

#include "desktop/deal_editor/figures_view.h"
#include "desktop/deal_editor/routing_panel.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"

#include <QLabel>
#include <QVBoxLayout>

namespace dealdesk {

SidePanel::SidePanel(DealForm &form, QWidget *parent) : QWidget(parent), m_figures(form)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, spacing::kMedium, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    auto *figures = new Card(tr("Figures per tier (USD)"), this);
    figures->body()->addWidget(new FiguresView(&m_figures, figures));
    auto *hint = new QLabel(tr("Growth is against the client's previous year. Tiers are alternatives."), figures);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    setThemeRole(hint, "muted");
    setTextSize(hint, TextSize::Caption);
    figures->body()->addWidget(hint);
    auto *path = new Card(tr("Approval path"), this);
    path->body()->addWidget(new RoutingPanel(form, path));
    layout->addWidget(figures);
    layout->addWidget(path);
    layout->addStretch();
}

} // namespace dealdesk
