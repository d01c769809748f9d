#include "desktop/deal_editor/side_panel.h"

#include "desktop/deal_editor/change_list_panel.h"
#include "desktop/deal_editor/figures_view.h"
#include "desktop/deal_editor/reapproval_panel.h"
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

SidePanel::SidePanel(DealEditor &editor, QWidget *parent) : QScrollArea(parent), m_editor(editor), m_figures(editor.form())
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
    m_changes = new ChangeListPanel(editor.changes(), content);
    auto *path = new Card(tr("Approval path"), content);
    path->body()->addWidget(new RoutingPanel(editor.form(), editor.check(), path));
    layout->addWidget(m_changes);
    layout->addWidget(buildReapproval(content));
    layout->addWidget(buildFigures(content));
    layout->addWidget(path);
    layout->addStretch();
    fitWidth();
}

QWidget *SidePanel::buildReapproval(QWidget *parent)
{
    auto *card = new Card(tr("When you resubmit"), parent);
    card->setObjectName(u"reapprovalCard"_s);
    card->body()->addWidget(new ReapprovalPanel(m_editor.reapproval(), u"reapprovalStep"_s, card));
    const auto show = [this, card] { card->setVisible(!m_editor.reapproval().steps().isEmpty()); };
    connect(&m_editor.reapproval(), &ReapprovalPreview::changed, card, show);
    show();
    return card;
}

QWidget *SidePanel::buildFigures(QWidget *parent)
{
    auto *figures = new Card(tr("Figures per tier (USD)"), parent);
    figures->body()->addWidget(new FiguresView(&m_figures, figures));
    auto *hint = new QLabel(tr("Growth is against the client's previous year. Tiers are alternatives."), figures);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    setThemeRole(hint, "muted");
    setTextSize(hint, TextSize::Caption);
    figures->body()->addWidget(hint);
    return figures;
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
