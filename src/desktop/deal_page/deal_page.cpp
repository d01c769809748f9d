#include "desktop/deal_page/deal_page.h"

#include "desktop/deal_page/action_bar.h"
#include "desktop/deal_page/approvals_tab.h"
#include "desktop/deal_page/comments_tab.h"
#include "desktop/deal_page/deal_header.h"
#include "desktop/deal_page/decision_bar.h"
#include "desktop/deal_page/overview_tab.h"
#include "desktop/deal_page/person_dialog.h"
#include "desktop/deal_page/reason_dialog.h"
#include "desktop/deal_page/revisions_tab.h"
#include "desktop/deal_page/tiers_tab.h"
#include "desktop/history/event_list.h"
#include "desktop/theme/spacing.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/empty_state.h"
#include "desktop/widgets/message_box.h"
#include "presentation/revisions/event_target.h"
#include "services/error_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr qsizetype kMostMissingTold = 3;

ReasonQuestion questionFor(DealAction action, const DealDetail &deal)
{
    ReasonQuestion question;
    question.required = DealPageModel::reasonFor(action) == DealPageModel::Reason::Required;
    switch (action) {
    case DealAction::Recall:
        question.title = DealPage::tr("Recall %1").arg(deal.reference);
        question.text = DealPage::tr("The open reviews are withdrawn and you can edit the deal again. Everybody is asked anew afterwards.");
        question.acceptText = DealPage::tr("Re&call");
        break;
    case DealAction::Reopen:
        question.title = DealPage::tr("Reopen %1").arg(deal.reference);
        question.text = DealPage::tr("The deal goes back to negotiating, because the client wants changes. It needs approval again.");
        question.acceptText = DealPage::tr("Re&open");
        break;
    case DealAction::Revise:
        question.title = DealPage::tr("Revise %1 as a new deal").arg(deal.reference);
        question.text = DealPage::tr("A new draft is made with the same content and tiers. It inherits no approval.");
        question.acceptText = DealPage::tr("Re&vise");
        break;
    default:
        question.title = DealPage::tr("Mark %1 lost").arg(deal.reference);
        question.text = DealPage::tr("Open reviews are withdrawn. A lost deal cannot come back; it can only be revised as a new deal.");
        question.acceptText = DealPage::tr("Mark &lost");
        question.destructive = true;
        break;
    }
    return question;
}

} // namespace

DealPage::DealPage(const AppContext &context, DealId deal, QWidget *parent) : QWidget(parent), m_context(context), m_model(context, deal)
{
    setObjectName(u"dealPage"_s);
    setWindowTitle(tr("Deal"));
    build();
    connectModel();
    showState();
    m_model.load();
}

DealPage::~DealPage() = default;

void DealPage::build()
{
    m_banner = new Banner(this);
    m_banner->setObjectName(u"dealBanner"_s);
    m_banner->setAccessibleName(tr("Message about the deal"));
    m_placeholder = new EmptyState(this);
    m_placeholder->setObjectName(u"dealPlaceholder"_s);
    auto *content = new QWidget(this);
    m_header = new DealHeader(content);
    m_actions = new ActionBar(content);
    m_decision = new DecisionBar(&m_model, content);
    m_tabs = new QTabWidget(content);
    m_tabs->setObjectName(u"dealTabs"_s);
    m_tabs->setAccessibleName(tr("Parts of the deal"));
    m_tabs->setDocumentMode(true);
    setFocusProxy(m_tabs);
    m_overview = new OverviewTab(m_tabs);
    m_tiers = new TiersTab(m_tabs);
    m_approvals = new ApprovalsTab(&m_model, m_tabs);
    auto *history = new EventList(m_context, EventList::Of::OneDeal, m_tabs);
    history->setObjectName(u"dealHistory"_s);
    connect(&m_model, &DealPageModel::storyRead, history, [this, history] {
        HistoryFilter story;
        story.deal = m_model.id();
        history->showPage(story, m_model.detail()->story);
    });
    history->offerTarget([this](const HistoryEvent &event) { return m_model.detail() && !targetOf(*m_model.detail(), event).isNothing(); });
    connect(history, &EventList::targetRequested, this, &DealPage::showTarget);
    m_comments = new CommentsTab(&m_model, m_tabs);
    m_revisions = new RevisionsTab(&m_model, m_tabs);
    m_tabs->addTab(m_overview, tr("Overvie&w"));
    m_tabs->addTab(m_tiers, tr("Tie&rs"));
    m_tabs->addTab(m_approvals, tr("A&pprovals"));
    m_tabs->addTab(history, tr("Histor&y"));
    m_tabs->addTab(m_comments, tr("Co&mments"));
    m_tabs->addTab(m_revisions, tr("Rev&isions"));
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(spacing::kMedium);
    rows->addWidget(m_header);
    rows->addWidget(m_actions);
    rows->addWidget(m_decision);
    rows->addWidget(m_tabs, 1);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(m_placeholder);
    m_stack->addWidget(content);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kSmall);
    page->setSpacing(spacing::kSmall);
    page->addWidget(m_banner);
    page->addWidget(m_stack, 1);
}

void DealPage::connectModel()
{
    connect(&m_model, &DealPageModel::stateChanged, this, &DealPage::showState);
    connect(&m_model, &DealPageModel::detailChanged, this, &DealPage::showDetail);
    connect(&m_model, &DealPageModel::busyChanged, this, &DealPage::showActions);
    connect(&m_model, &DealPageModel::incomplete, this, &DealPage::showIncomplete);
    connect(&m_model, &DealPageModel::refused, this, [this](const QString &sentence) {
        m_offersEditor = false;
        m_banner->showMessage(Tone::Negative, sentence);
    });
    connect(&m_model, &DealPageModel::done, this, [this](const QString &sentence) {
        m_banner->clear();
        Q_EMIT m_context.navigator->statusMessage(sentence);
    });
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        if (m_offersEditor)
            m_model.perform(DealAction::Edit);
        else
            m_model.load();
    });
    connect(m_placeholder, &EmptyState::actionTriggered, &m_model, &DealPageModel::load);
    connect(m_header, &DealHeader::copyRequested, this, &DealPage::copyReference);
    connect(m_actions, &ActionBar::triggered, this, &DealPage::take);
    connect(m_actions, &ActionBar::transferRequested, this, &DealPage::askForOwner);
    connect(m_approvals, &ApprovalsTab::asApprovedRequested, this, &DealPage::showAsApproved);
}

void DealPage::showState()
{
    if (m_model.state() == DealPageModel::State::Failed && m_model.detail()) {
        m_offersEditor = false;
        m_banner->showMessage(Tone::Negative, sentenceFor(m_model.error()), tr("&Try again"));
    } else if (m_model.state() == DealPageModel::State::Failed) {
        m_placeholder->setContent("circle-alert"_L1, tr("This deal cannot be shown"), sentenceFor(m_model.error()), tr("&Try again"));
    } else if (!m_model.detail()) {
        m_placeholder->setContent("hourglass"_L1, tr("Fetching the deal…"), {});
    } else {
        m_banner->clear();
    }
    m_stack->setCurrentIndex(m_model.detail() ? 1 : 0);
}

void DealPage::showDetail()
{
    const DealDetail &deal = *m_model.detail();
    m_header->setDeal(deal);
    m_overview->setDeal(deal, m_model.policy());
    m_tiers->setDeal(deal, m_model.policy());
    m_decision->refresh();
    m_approvals->refresh();
    m_comments->refresh();
    m_revisions->refresh();
    const auto counted = [](const QString &text, qsizetype count) { return count > 0 ? u"%1 (%2)"_s.arg(text).arg(count) : text; };
    m_tabs->setTabText(m_tabs->indexOf(m_comments), counted(tr("Co&mments"), deal.comments.size()));
    m_tabs->setTabText(m_tabs->indexOf(m_revisions), counted(tr("Rev&isions"), deal.revisions.size()));
    showActions();
    setWindowTitle(deal.reference);
}

void DealPage::showActions()
{
    m_actions->setActions(m_model.actions(), m_model.isBusy());
    m_actions->setTransferVisible(m_model.mayTransfer());
}

void DealPage::take(DealAction action)
{
    m_banner->clear();
    if (action == DealAction::MarkSigned)
        askBeforeSigning();
    else if (DealPageModel::reasonFor(action) != DealPageModel::Reason::None)
        askForReason(action);
    else
        m_model.perform(action);
}

void DealPage::askForReason(DealAction action)
{
    ReasonDialog::ask(this, questionFor(action, *m_model.detail()),
                      [this, action](const QString &reason) { m_model.perform(action, reason); });
}

void DealPage::askBeforeSigning()
{
    const Confirmation question{tr("Mark signed"), tr("Is %1 signed by the client?").arg(m_model.detail()->reference),
                                tr("A signed deal is final. It can only be revised as a new deal."), tr("Mark &signed"), false};
    MessageBox::ask(this, question, [this] { m_model.perform(DealAction::MarkSigned); });
}

void DealPage::askForOwner()
{
    PersonDialog::ask(this, tr("Transfer %1 to another owner").arg(m_model.detail()->reference), tr("&Transfer"), m_model.possibleOwners(),
                      [this](UserId owner) { m_model.transfer(owner); });
}

void DealPage::showIncomplete(const QList<Violation> &violations)
{
    QStringList told;
    for (const Violation &violation : violations.first(qMin(violations.size(), kMostMissingTold)))
        told.append(tr("%1: %2").arg(placeOf(violation.field), violation.sentence));
    if (violations.size() > told.size())
        told.append(tr("and %n more", nullptr, int(violations.size() - told.size())));
    m_offersEditor = true;
    m_banner->showMessage(Tone::Caution, tr("The deal is not complete yet.\n%1").arg(told.join(u'\n')), tr("Open the &editor"));
}

void DealPage::showAsApproved(ApprovalId approval)
{
    m_tabs->setCurrentWidget(m_revisions);
    m_revisions->showAsApproved(approval);
}

void DealPage::showTarget(const HistoryEvent &event)
{
    const EventTarget target = targetOf(*m_model.detail(), event);
    if (target.approval)
        return showAsApproved(*target.approval);
    m_tabs->setCurrentWidget(m_revisions);
    m_revisions->showRevision(target.revision);
}

void DealPage::copyReference()
{
    if (!m_model.detail())
        return;
    QGuiApplication::clipboard()->setText(m_model.detail()->reference);
    Q_EMIT m_context.navigator->statusMessage(tr("%1 copied.").arg(m_model.detail()->reference));
}

} // namespace dealdesk
