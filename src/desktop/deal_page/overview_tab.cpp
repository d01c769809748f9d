#include "desktop/deal_page/overview_tab.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"

#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QLabel *makeValue(const QString &text, const QString &title, QWidget *parent)
{
    auto *value = new QLabel(text, parent);
    value->setTextFormat(Qt::PlainText);
    value->setWordWrap(true);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    value->setAccessibleName(title);
    value->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    return value;
}

} // namespace

OverviewTab::OverviewTab(QWidget *parent) : QScrollArea(parent)
{
    setObjectName(u"overviewTab"_s);
    setAccessibleName(tr("Overview"));
    setWidgetResizable(true);
    setFrameShape(NoFrame);
}

void OverviewTab::setDeal(const DealDetail &deal, const RoutingPolicy &policy)
{
    const auto sections = overviewOf(deal);
    const auto path = policy.levels.isEmpty() ? QStringList() : approvalPathOf(deal, policy);
    if (widget() && sections == m_sections && path == m_path)
        return;
    m_sections = sections;
    m_path = path;
    const int scrolled = verticalScrollBar()->value();
    rebuild(!deal.revisions.isEmpty() && !deal.facts.canEdit);
    verticalScrollBar()->setValue(scrolled);
}

void OverviewTab::rebuild(bool submitted)
{
    auto *content = new QWidget;
    auto *grid = new QGridLayout(content);
    grid->setContentsMargins(0, spacing::kMedium, spacing::kSmall, spacing::kSmall);
    grid->setSpacing(spacing::kMedium);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const bool wide = i >= 2;
        row += wide ? 1 : 0;
        grid->addWidget(makeCard(m_sections.at(i)), wide ? row + 1 : 0, wide ? 0 : int(i), 1, wide ? 2 : 1);
    }
    if (!m_path.isEmpty())
        grid->addWidget(makePathCard(submitted), 1, 0, 1, 2);
    grid->setRowStretch(row + 2, 1);
    setWidget(content);
}

Card *OverviewTab::makeCard(const OverviewSection &section) const
{
    auto *card = new Card(section.title);
    card->setObjectName(u"overview_"_s + section.key);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::kLarge);
    form->setVerticalSpacing(spacing::kTiny);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    for (const auto &entry : section.entries) {
        auto *title = new QLabel(entry.title);
        title->setTextFormat(Qt::PlainText);
        setThemeRole(title, "muted");
        form->addRow(title, makeValue(entry.text, entry.title, card));
    }
    card->body()->addLayout(form);
    card->body()->addStretch();
    return card;
}

Card *OverviewTab::makePathCard(bool submitted) const
{
    auto *card = new Card(submitted ? tr("Approval path, as submitted") : tr("Approval path, if it were submitted now"));
    card->setObjectName(u"overview_path"_s);
    QStringList steps = m_path;
    for (QString &step : steps)
        step.prepend(u"•  "_s);
    card->body()->addWidget(makeValue(steps.join(u'\n'), tr("Approval path"), card));
    return card;
}

} // namespace dealdesk
