#include "desktop/deal_editor/side_panel.h"

#include "desktop/deal_editor/figures_view.h"
#include "desktop/deal_editor/routing_panel.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"

#include <QEvent>
#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

SidePanel::SidePanel(DealForm &form, QWidget *parent) : QScrollArea(parent), m_figures(form)
{
    setObjectName(u"sidePanel"_s);
    setAccessibleName(tr("Figures and approval path"));
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget(this);
    setWidget(content);
    content->installEventFilter(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::kSmall, spacing::kMedium, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    auto *figures = new Card(tr("Figures per tier (USD)"), content);
    figures->body()->addWidget(new FiguresView(&m_figures, figures));
    auto *hint = new QLabel(tr("Growth is against the client's previous year. Tiers are alternatives."), figures);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    setThemeRole(hint, "muted");
    setTextSize(hint, TextSize::Caption);
    figures->body()->addWidget(hint);
    auto *path = new Card(tr("Approval path"), content);
    path->body()->addWidget(new RoutingPanel(form, path));
    layout->addWidget(figures);
    layout->addWidget(path);
    layout->addStretch();
    fitWidth();
}

bool SidePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        fitWidth();
    return QScrollArea::eventFilter(watched, event);
}

void SidePanel::fitWidth()
{
    constexpr int kComfortable = 320;
    setMinimumWidth(std::max(kComfortable, widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width()));
}

} // namespace dealdesk
