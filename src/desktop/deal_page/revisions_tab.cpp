#include "desktop/deal_page/revisions_tab.h"

#include "deal_page/ui_revisions_tab.h"
#include "desktop/revisions/revision_difference_view.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"
#include "presentation/revisions/as_approved.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace dealdesk {

RevisionsTab::RevisionsTab(DealPageModel *page, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::RevisionsTab>())
    , m_page(page)
    , m_difference(new RevisionDifferenceView(u"revisionDifference"_s))
{
    m_ui->setupUi(this);
    setObjectName(u"revisionsTab"_s);
    m_ui->comparisonRows->addWidget(makeCard());
    m_ui->comparisonRows->addWidget(m_difference, 1);
    setFocusProxy(m_ui->revisionBefore);
    setThemeRole(m_ui->revisionOrigins, "muted");
    m_ui->revisionsEmpty->setContent("git-compare"_L1, tr("Not submitted yet"),
                                     tr("Every submission is kept here exactly as it was, to compare with any other."));
    connect(m_ui->revisionBefore, &QComboBox::currentIndexChanged, this, &RevisionsTab::showComparison);
    connect(m_ui->revisionAfter, &QComboBox::currentIndexChanged, this, &RevisionsTab::showComparison);
}

RevisionsTab::~RevisionsTab() = default;

QWidget *RevisionsTab::makeCard()
{
    m_seenCard = new Card(this);
    m_seenCard->setObjectName(u"asApprovedCard"_s);
    m_seenAnswer = new QLabel(m_seenCard);
    m_seenAnswer->setObjectName(u"asApprovedAnswer"_s);
    m_seenAnswer->setAccessibleName(tr("What they answered"));
    m_seenAnswer->setTextFormat(Qt::PlainText);
    m_seenAnswer->setWordWrap(true);
    m_seenAnswer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *back = new QPushButton(icon("git-compare"_L1), tr("&Back to comparing"), m_seenCard);
    back->setObjectName(u"asApprovedBack"_s);
    back->setAccessibleName(tr("Back to comparing revisions"));
    back->setToolTip(tr("Escape"));
    connect(back, &QPushButton::clicked, this, &RevisionsTab::backToComparing);
    m_seenCard->header()->addWidget(back);
    m_seenCard->body()->addWidget(m_seenAnswer);
    m_seenCard->hide();
    return m_seenCard;
}

void RevisionsTab::refresh()
{
    const auto choices = revisionChoices(*m_page->detail(), m_page->actor().id, m_page->policy());
    m_ui->revisionsStack->setCurrentIndex(choices.isEmpty() ? 1 : 0);
    if (choices != m_choices) {
        m_choices = choices;
        offer();
    }
    showChosen();
}

/// Who had chosen two goes on with them; a newer revision shows by itself only to who had the newest.
void RevisionsTab::offer()
{
    const auto fill = [this](QComboBox *box, int fromTheEnd) {
        const QSignalBlocker quiet(box);
        const QVariant chosen = box->currentData();
        const bool wasAtDefault = box->currentIndex() == qMax(0, box->count() - fromTheEnd);
        box->clear();
        for (const RevisionChoice &choice : std::as_const(m_choices))
            box->addItem(choice.title, choice.number);
        const int kept = wasAtDefault ? -1 : box->findData(chosen);
        box->setCurrentIndex(kept >= 0 ? kept : qMax(0, box->count() - fromTheEnd));
    };
    fill(m_ui->revisionBefore, 2);
    fill(m_ui->revisionAfter, 1);
}

void RevisionsTab::showChosen()
{
    const auto seen = m_asApproved ? asApproved(*m_page->detail(), *m_asApproved, m_page->policy()) : std::nullopt;
    m_seenCard->setVisible(seen.has_value());
    m_ui->comparisonBar->setVisible(!seen);
    if (!seen)
        return showComparison();
    m_seenCard->setTitle(seen->title);
    m_seenAnswer->setText(seen->answer);
    m_difference->setScope(seen->scope, seen->approver);
    m_difference->showContent(seen->content);
}

void RevisionsTab::showComparison()
{
    const RevisionChoice before = m_choices.value(m_ui->revisionBefore->currentIndex());
    const RevisionChoice after = m_choices.value(m_ui->revisionAfter->currentIndex());
    const bool alone = m_choices.size() == 1;
    m_ui->revisionBefore->setVisible(!alone);
    m_ui->revisionWith->setVisible(!alone);
    m_ui->revisionCompare->setText(alone ? tr("Shown:") : tr("Compare"));
    const QString origin = tr("%1 was %2.").arg(after.title, after.origin);
    if (alone)
        m_ui->revisionOrigins->setText(tr("%1 There is no other one to compare it with.").arg(origin));
    else if (before.number == after.number)
        m_ui->revisionOrigins->setText(origin);
    else
        m_ui->revisionOrigins->setText(tr("%1 was %2. %3").arg(before.title, before.origin, origin));
    m_difference->setScope({}, {});
    m_difference->showDifference(before.content, after.content);
}

void RevisionsTab::showAsApproved(ApprovalId approval)
{
    m_asApproved = approval;
    showChosen();
    m_difference->setFocus(Qt::OtherFocusReason);
}

void RevisionsTab::showRevision(int number)
{
    const int after = m_ui->revisionAfter->findData(number);
    m_ui->revisionAfter->setCurrentIndex(after);
    m_ui->revisionBefore->setCurrentIndex(qMax(0, after - 1));
    backToComparing();
}

void RevisionsTab::backToComparing()
{
    m_asApproved.reset();
    showChosen();
    m_ui->revisionBefore->setFocus(Qt::OtherFocusReason);
}

void RevisionsTab::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_asApproved)
        backToComparing();
    else
        QWidget::keyPressEvent(event);
}

} // namespace dealdesk
