#include "desktop/delegation/out_of_office_dialog.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/list_look.h"
#include "presentation/delegation/delegation_text.h"
#include "services/error_text.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace dealdesk {

OutOfOfficeDialog *OutOfOfficeDialog::open(Delegations *delegations, QWidget *parent)
{
    auto *dialog = new OutOfOfficeDialog(delegations, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->QDialog::open();
    return dialog;
}

OutOfOfficeDialog::OutOfOfficeDialog(Delegations *delegations, QWidget *parent)
    : QDialog(parent)
    , m_delegations(delegations)
    , m_form(new DelegationForm(delegations, DelegationForm::For::Oneself))
    , m_banner(new Banner)
    , m_add(new QPushButton(tr("&Save")))
    , m_end(new QPushButton(tr("&End this")))
    , m_lists(new QTabWidget)
    , m_given(table(u"givenTable"_s, tr("Given by me"), delegations->given()))
    , m_received(table(u"receivedTable"_s, tr("Given to me"), delegations->received()))
{
    setObjectName(u"outOfOfficeDialog"_s);
    setWindowTitle(m_form->title());
    setAccessibleName(m_form->title());
    m_banner->setObjectName(u"outOfOfficeDialogBanner"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"outOfOfficeClose"_s);
    buttons->addButton(m_end, QDialogButtonBox::ResetRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kLarge);
    layout->addWidget(m_banner);
    layout->addWidget(entrySide());
    layout->addWidget(listSide(), 1);
    layout->addWidget(buttons);
    connect(m_delegations, &Delegations::changed, this, &OutOfOfficeDialog::countLists);
    connect(m_delegations, &Delegations::failed, this,
            [this](const QString &sentence) { m_banner->showMessage(Tone::Negative, sentence); });
    countLists();
    m_add->setDefault(true); // only now that it is in the dialog
    resize(720, 640);
}

QWidget *OutOfOfficeDialog::entrySide()
{
    m_add->setObjectName(u"outOfOfficeAdd"_s);
    m_add->setAccessibleName(tr("Save"));
    setThemeRole(m_add, "primary");
    connect(m_add, &QPushButton::clicked, this, [this] { add(); });
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(m_form);
    layout->addWidget(m_add, 0, Qt::AlignRight);
    return side;
}

QTableView *OutOfOfficeDialog::table(const QString &name, const QString &accessibleName, RecordTable<Delegation> *records)
{
    auto *view = new QTableView;
    view->setObjectName(name);
    view->setAccessibleName(accessibleName);
    view->setModel(records);
    applyListLook(view);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->horizontalHeader()->setStretchLastSection(true);
    view->setMinimumHeight(4 * spacing::kRowHeight);
    return view;
}

QWidget *OutOfOfficeDialog::listSide()
{
    m_lists->setObjectName(u"outOfOfficeLists"_s);
    m_lists->setAccessibleName(tr("Delegations"));
    m_lists->setDocumentMode(true);
    m_lists->addTab(m_given, QString());
    m_lists->addTab(m_received, QString());
    m_end->setObjectName(u"outOfOfficeEnd"_s);
    m_end->setAccessibleName(tr("End this delegation"));
    m_end->setAutoDefault(false);
    connect(m_end, &QPushButton::clicked, this, [this] { endCurrent(); });
    connect(m_lists, &QTabWidget::currentChanged, this, &OutOfOfficeDialog::enable);
    connect(m_given->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &OutOfOfficeDialog::enable);
    return m_lists;
}

void OutOfOfficeDialog::countLists()
{
    m_lists->setTabText(0, tr("&Given by me (%1)").arg(m_delegations->given()->rowCount()));
    m_lists->setTabText(1, tr("Given to &me (%1)").arg(m_delegations->received()->rowCount()));
    for (QTableView *view : {m_given, m_received})
        view->resizeColumnsToContents();
    enable();
}

void OutOfOfficeDialog::enable()
{
    const QModelIndex current = m_given->currentIndex();
    m_end->setVisible(m_lists->currentIndex() == 0);
    m_end->setEnabled(!m_isSending && current.isValid() && m_delegations->mayEnd(m_delegations->given()->rowAt(current.row())));
    m_add->setEnabled(!m_isSending);
}

QCoro::Task<> OutOfOfficeDialog::add()
{
    if (m_isSending || !m_form->check())
        co_return;
    const auto stop = m_request.begin();
    m_isSending = true;
    m_banner->clear();
    enable();
    const auto task = m_form->save();
    const Status saved = co_await task;
    if (stop.stopped())
        co_return;
    m_isSending = false;
    enable();
    if (!saved) {
        m_banner->showMessage(Tone::Negative, sentenceFor(saved.error()));
        co_return;
    }
    m_form->reload();
    m_banner->showMessage(Tone::Positive, tr("Entered. You can end it at any time."));
}

QCoro::Task<> OutOfOfficeDialog::endCurrent()
{
    const QModelIndex current = m_given->currentIndex();
    if (m_isSending || !current.isValid())
        co_return;
    const auto stop = m_request.begin();
    m_isSending = true;
    m_banner->clear();
    enable();
    const auto task = m_delegations->end(m_delegations->given()->rowAt(current.row()).id);
    const Status ended = co_await task;
    if (stop.stopped())
        co_return;
    m_isSending = false;
    enable();
    if (!ended)
        m_banner->showMessage(Tone::Negative, sentenceFor(ended.error()));
}

} // namespace dealdesk
