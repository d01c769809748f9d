#include "desktop/deal_page/revisions_tab.h"

#include "deal_page/ui_revisions_tab.h"
#include "desktop/deal_page/tiers_tab.h"
#include "desktop/theme/theme.h"
#include "presentation/deal_page/change_text.h"
#include "presentation/text/format.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

RevisionsTab::RevisionsTab(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::RevisionsTab>())
{
    m_ui->setupUi(this);
    setObjectName(u"revisionsTab"_s);
    setTextSize(m_ui->revisionChangesTitle, TextSize::Subheading);
    setTextSize(m_ui->revisionFiguresTitle, TextSize::Subheading);
    m_ui->revisionsEmpty->setContent("git-compare"_L1, tr("Not submitted yet"),
                                     tr("Every submission is kept here exactly as it was, with what changed from the one before."));
    m_ui->revisionFigures->setModel(&m_figures);
    applyFiguresLook(m_ui->revisionFigures);
    m_ui->revisionsSplitter->setStretchFactor(1, 1);
    connect(m_ui->revisionsList, &QListWidget::currentRowChanged, this, &RevisionsTab::showRevision);
}

RevisionsTab::~RevisionsTab() = default;

void RevisionsTab::setDeal(const DealDetail &deal, const RoutingPolicy &policy)
{
    QList<RevisionRow> revisions = deal.revisions;
    std::sort(revisions.begin(), revisions.end(), [](const RevisionRow &a, const RevisionRow &b) { return a.number > b.number; });
    m_history = deal.history;
    m_factor = policy.clientValueFactor;
    m_ui->revisionsStack->setCurrentWidget(revisions.isEmpty() ? static_cast<QWidget *>(m_ui->revisionsEmpty) : m_ui->revisionsSplitter);
    if (revisions == m_revisions)
        return;
    m_revisions = revisions;
    m_ui->revisionsList->clear();
    for (const RevisionRow &revision : m_revisions)
        m_ui->revisionsList->addItem(
            tr("Revision %1\n%2, %3").arg(revision.number).arg(revision.submittedByName, formatInstant(revision.submittedAt)));
    m_ui->revisionsList->setCurrentRow(0);
}

void RevisionsTab::showRevision(int row)
{
    if (row < 0 || row >= m_revisions.size())
        return;
    const RevisionRow &revision = m_revisions.at(row);
    m_ui->revisionChanges->clear();
    if (row + 1 < m_revisions.size()) {
        const RevisionRow &before = m_revisions.at(row + 1);
        m_ui->revisionChangesTitle->setText(tr("What changed from revision %1").arg(before.number));
        m_ui->revisionChanges->addItems(changesInWords(before.content, revision.content));
    } else {
        m_ui->revisionChangesTitle->setText(tr("The first submission"));
        m_ui->revisionChanges->addItem(tr("There is no revision before it."));
    }
    m_figures.setDeal(revision.content, m_history, m_factor);
}

} // namespace dealdesk
