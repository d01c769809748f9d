#include "desktop/inbox/difference_page.h"

#include "desktop/revisions/revision_difference_view.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

DifferencePage::DifferencePage(QWidget *parent)
    : QWidget(parent), m_deal(new QLabel), m_headline(new QLabel), m_view(new RevisionDifferenceView(u"inboxDifference"_s))
{
    setObjectName(u"differencePage"_s);
    setAccessibleName(tr("What changed since your decision"));
    m_deal->setObjectName(u"differenceDeal"_s);
    m_headline->setObjectName(u"differenceHeadline"_s);
    setTextSize(m_deal, TextSize::Heading);
    setThemeRole(m_headline, "muted");
    for (QLabel *label : {m_deal, m_headline}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *back = new QPushButton(icon("arrow-left"_L1), tr("&Back to the task"));
    back->setObjectName(u"differenceBack"_s);
    back->setAccessibleName(tr("Back to the task"));
    back->setToolTip(tr("Key: D"));
    connect(back, &QPushButton::clicked, this, &DifferencePage::closed);
    auto *head = new QHBoxLayout;
    head->addWidget(m_deal, 1);
    head->addWidget(back);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    layout->addLayout(head);
    layout->addWidget(m_headline);
    layout->addWidget(m_view, 1);
}

void DifferencePage::showSince(const QString &deal, const SinceDecision &since)
{
    m_deal->setText(deal);
    m_headline->setText(since.headline);
    m_view->showDifference(since.before, since.after);
}

} // namespace dealdesk
