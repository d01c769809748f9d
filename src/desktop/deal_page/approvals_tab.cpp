#include "desktop/deal_page/approvals_tab.h"

#include "deal_page/ui_approvals_tab.h"
#include "desktop/deal_page/person_dialog.h"
#include "desktop/deal_page/reason_dialog.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/chip_delegate.h"
#include "desktop/widgets/list_look.h"
#include "presentation/revisions/as_approved.h"
#include "presentation/text/approval_text.h"

#include <QDateTime>
#include <QHeaderView>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// The heading of a revision stands out from its approvals.
class ApprovalDelegate : public ChipDelegate {
public:
    using ChipDelegate::ChipDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        ChipDelegate::initStyleOption(option, index);
        if (!index.data(ApprovalsModel::HeadingRole).toBool())
            return;
        option->font.setWeight(QFont::DemiBold);
        option->backgroundBrush = option->palette.color(QPalette::AlternateBase);
    }
};

} // namespace

ApprovalsTab::ApprovalsTab(DealPageModel *page, QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ApprovalsTab>()), m_page(page)
{
    m_ui->setupUi(this);
    setObjectName(u"approvalsTab"_s);
    setThemeRole(m_ui->approvalHindrance, "muted");
    m_ui->approvalClaim->setIcon(icon("hand"_L1));
    m_ui->approvalAssign->setIcon(icon("user-plus"_L1));
    m_ui->approvalRescind->setIcon(icon("undo-2"_L1));
    m_ui->approvalSeen->setIcon(icon("eye"_L1));
    m_ui->approvalsEmpty->setContent("check-check"_L1, tr("Nobody is asked yet"),
                                     tr("When the deal is submitted, the departments that it touches are asked here, then business."));
    prepareTable();
    connectButtons();
    showCurrent();
}

ApprovalsTab::~ApprovalsTab() = default;

void ApprovalsTab::prepareTable()
{
    QTableView *table = m_ui->approvalsTable;
    table->setModel(&m_approvals);
    applyListLook(table);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *delegate = new ApprovalDelegate(ApprovalsModel::MeaningRole, this);
    delegate->setAlarm(ApprovalsModel::OverdueRole, {ApprovalsModel::DueColumn});
    table->setItemDelegate(delegate);
    const QList<int> widths{105, 90, 140, 130, 110, 390};
    for (qsizetype i = 0; i < widths.size(); ++i)
        table->setColumnWidth(int(i), widths.at(i));
    table->horizontalHeader()->setStretchLastSection(true);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ApprovalsTab::showCurrent);
    connect(table, &QTableView::doubleClicked, this, &ApprovalsTab::showAsApproved);
    for (const auto key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *show = new QShortcut(QKeySequence(key), table);
        show->setContext(Qt::WidgetShortcut);
        connect(show, &QShortcut::activated, this, &ApprovalsTab::showAsApproved);
    }
}

void ApprovalsTab::connectButtons()
{
    connect(m_ui->approvalClaim, &QPushButton::clicked, this, [this] {
        if (current())
            m_page->claim(current()->id);
    });
    connect(m_ui->approvalRelease, &QPushButton::clicked, this, [this] {
        if (current())
            m_page->release(current()->id);
    });
    connect(m_ui->approvalAssign, &QPushButton::clicked, this, &ApprovalsTab::askForAssignee);
    connect(m_ui->approvalRescind, &QPushButton::clicked, this, &ApprovalsTab::askBeforeRescinding);
    connect(m_ui->approvalSeen, &QPushButton::clicked, this, &ApprovalsTab::showAsApproved);
    connect(m_page, &DealPageModel::busyChanged, this, &ApprovalsTab::showCurrent);
}

void ApprovalsTab::refresh()
{
    m_approvals.setDeal(*m_page->detail(), m_page->policy());
    spanHeadings();
    const bool empty = m_approvals.rowCount() == 0;
    m_ui->approvalsStack->setCurrentWidget(empty ? static_cast<QWidget *>(m_ui->approvalsEmpty) : m_ui->approvalsTable);
    if (!empty && !m_ui->approvalsTable->currentIndex().isValid())
        m_ui->approvalsTable->selectRow(m_approvals.approvalAt(0) ? 0 : 1);
    showCurrent();
}

void ApprovalsTab::spanHeadings()
{
    m_ui->approvalsTable->clearSpans();
    for (int row = 0; row < m_approvals.rowCount(); ++row) {
        if (!m_approvals.approvalAt(row))
            m_ui->approvalsTable->setSpan(row, 0, 1, ApprovalsModel::ColumnCount);
    }
}

const ApprovalRow *ApprovalsTab::current() const
{
    const QModelIndex index = m_ui->approvalsTable->currentIndex();
    return index.isValid() ? m_approvals.approvalAt(index.row()) : nullptr;
}

void ApprovalsTab::showCurrent()
{
    const ApprovalRow *approval = current();
    showButtons(approval);
    m_ui->approvalWords->setText(approval ? m_approvals.wordsOf(*approval, QDateTime::currentDateTimeUtc()).join(u'\n').trimmed()
                                          : QString());
    m_ui->approvalWords->setVisible(approval);
}

void ApprovalsTab::showButtons(const ApprovalRow *approval)
{
    const bool open = approval && approval->status == ApprovalStatus::Pending;
    const auto hindrance = open ? m_page->claimHindrance(*approval) : ApprovalHindrance::None;
    const bool mine = open && m_page->mayRelease(*approval);
    const bool free = !m_page->isBusy();
    const bool decidedByMe = approval && m_page->isOwnDecision(*approval);
    const auto rescind = decidedByMe ? m_page->rescindHindrance(*approval) : RescindHindrance::None;
    const QString why = open ? explanation(hindrance) : explanation(rescind);
    m_ui->approvalClaim->setVisible(open && !mine);
    m_ui->approvalClaim->setEnabled(free && open && hindrance == ApprovalHindrance::None);
    m_ui->approvalClaim->setToolTip(why.toHtmlEscaped());
    m_ui->approvalClaim->setAccessibleDescription(why);
    m_ui->approvalRelease->setVisible(mine);
    m_ui->approvalRelease->setEnabled(free);
    m_ui->approvalAssign->setVisible(open && m_page->mayAssign(*approval));
    m_ui->approvalAssign->setEnabled(free);
    m_ui->approvalRescind->setVisible(decidedByMe);
    m_ui->approvalRescind->setEnabled(free && rescind == RescindHindrance::None);
    m_ui->approvalRescind->setToolTip(why.toHtmlEscaped());
    m_ui->approvalRescind->setAccessibleDescription(why);
    m_ui->approvalSeen->setVisible(approval && asApproved(*m_page->detail(), approval->id, m_page->policy()));
    m_ui->approvalHindrance->setText(why);
}

void ApprovalsTab::showAsApproved()
{
    if (current() && m_ui->approvalSeen->isVisible())
        Q_EMIT asApprovedRequested(current()->id);
}

void ApprovalsTab::askForAssignee()
{
    if (!current())
        return;
    const ApprovalId approval = current()->id;
    PersonDialog::ask(this, tr("Assign the review of %1").arg(approverName(*current())), tr("&Assign"), m_page->eligibleFor(*current()),
                      [this, approval](UserId person) { m_page->assign(approval, person); });
}

void ApprovalsTab::askBeforeRescinding()
{
    if (!current())
        return;
    const ApprovalId approval = current()->id;
    const ReasonQuestion question{
        tr("Take your decision back"),
        tr("The review is open again and yours, due as before. What followed from your decision goes back with it."), tr("&Take back"),
        false, false};
    ReasonDialog::ask(this, question, [this, approval](const QString &reason) { m_page->rescind(approval, reason); });
}

} // namespace dealdesk
