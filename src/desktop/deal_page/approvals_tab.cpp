#include "desktop/deal_page/approvals_tab.h"

#include "deal_page/ui_approvals_tab.h"
#include "desktop/deal_page/person_dialog.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/chip_delegate.h"
#include "desktop/widgets/list_look.h"

#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace dealdesk {

ApprovalsTab::ApprovalsTab(DealPageModel *page, QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ApprovalsTab>()), m_page(page)
{
    m_ui->setupUi(this);
    setObjectName(u"approvalsTab"_s);
    setThemeRole(m_ui->approvalHindrance, "muted");
    m_ui->approvalClaim->setIcon(icon("hand"_L1));
    m_ui->approvalAssign->setIcon(icon("user-plus"_L1));
    m_ui->approvalsEmpty->setContent("check-check"_L1, tr("Nobody is asked yet"),
                                     tr("When the deal is submitted, the departments that it touches are asked here, then business."));
    QTableView *table = m_ui->approvalsTable;
    table->setModel(&m_approvals);
    applyListLook(table);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    auto *delegate = new ChipDelegate(ApprovalsModel::MeaningRole, this);
    delegate->setAlarm(ApprovalsModel::OverdueRole, {ApprovalsModel::DueColumn});
    table->setItemDelegate(delegate);
    const QList<int> widths{70, 115, 120, 150, 135, 130, 220};
    for (qsizetype i = 0; i < widths.size(); ++i)
        table->setColumnWidth(int(i), widths.at(i));
    table->horizontalHeader()->setStretchLastSection(true);
    connect(table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ApprovalsTab::showCurrent);
    connect(m_ui->approvalClaim, &QPushButton::clicked, this, [this] {
        if (current())
            m_page->claim(current()->id);
    });
    connect(m_ui->approvalRelease, &QPushButton::clicked, this, [this] {
        if (current())
            m_page->release(current()->id);
    });
    connect(m_ui->approvalAssign, &QPushButton::clicked, this, &ApprovalsTab::askForAssignee);
    connect(m_page, &DealPageModel::busyChanged, this, &ApprovalsTab::showCurrent);
    showCurrent();
}

ApprovalsTab::~ApprovalsTab() = default;

void ApprovalsTab::refresh()
{
    m_approvals.setDeal(*m_page->detail(), m_page->policy());
    const bool empty = m_approvals.rowCount() == 0;
    m_ui->approvalsStack->setCurrentWidget(empty ? static_cast<QWidget *>(m_ui->approvalsEmpty) : m_ui->approvalsTable);
    m_ui->approvalsTable->setColumnHidden(ApprovalsModel::RevisionColumn, m_page->detail()->revisions.size() < 2);
    if (!empty && !m_ui->approvalsTable->currentIndex().isValid())
        m_ui->approvalsTable->selectRow(0);
    showCurrent();
}

const ApprovalRow *ApprovalsTab::current() const
{
    const QModelIndex index = m_ui->approvalsTable->currentIndex();
    return index.isValid() ? &m_approvals.rowAt(index.row()) : nullptr;
}

void ApprovalsTab::showCurrent()
{
    const ApprovalRow *approval = current();
    const bool open = approval && approval->status == ApprovalStatus::Pending;
    const auto hindrance = open ? m_page->claimHindrance(*approval) : ApprovalHindrance::None;
    const bool mine = open && m_page->mayRelease(*approval);
    const bool free = !m_page->isBusy();
    m_ui->approvalClaim->setVisible(open && !mine);
    m_ui->approvalClaim->setEnabled(free && open && hindrance == ApprovalHindrance::None);
    m_ui->approvalClaim->setToolTip(explanation(hindrance).toHtmlEscaped());
    m_ui->approvalClaim->setAccessibleDescription(explanation(hindrance));
    m_ui->approvalRelease->setVisible(mine);
    m_ui->approvalRelease->setEnabled(free);
    m_ui->approvalAssign->setVisible(open && m_page->mayAssign(*approval));
    m_ui->approvalAssign->setEnabled(free);
    m_ui->approvalHindrance->setText(explanation(hindrance));
    QStringList words;
    if (approval) {
        words.append(tr("%1: %2").arg(ApprovalsModel::nameOf(*approval), m_approvals.reasonOf(*approval)));
        words.append(ApprovalsModel::wordsOf(*approval));
    }
    m_ui->approvalWords->setText(words.join(u'\n'));
    m_ui->approvalWords->setVisible(!words.isEmpty());
}

void ApprovalsTab::askForAssignee()
{
    if (!current())
        return;
    const ApprovalId approval = current()->id;
    PersonDialog::ask(this, tr("Assign the review of %1").arg(ApprovalsModel::nameOf(*current())), tr("&Assign"),
                      m_page->eligibleFor(*current()), [this, approval](UserId person) { m_page->assign(approval, person); });
}

} // namespace dealdesk
