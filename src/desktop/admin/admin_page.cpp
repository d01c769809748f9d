#include "desktop/admin/admin_page.h"

#include "desktop/admin/calendar_form.h"
#include "desktop/admin/catalog_form.h"
#include "desktop/admin/client_form.h"
#include "desktop/admin/database_page.h"
#include "desktop/admin/department_form.h"
#include "desktop/admin/level_form.h"
#include "desktop/admin/person_form.h"
#include "desktop/admin/policy_page.h"
#include "desktop/admin/record_dialog.h"
#include "desktop/admin/record_page.h"
#include "desktop/admin/server_page.h"
#include "desktop/delegation/delegation_form.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/message_box.h"
#include "presentation/delegation/delegation_text.h"
#include "services/error_text.h"

#include <QBoxLayout>
#include <QTabWidget>

using namespace Qt::StringLiterals;

namespace dealdesk {

AdminPage::AdminPage(AppContext context, QWidget *parent)
    : QWidget(parent), m_records(context), m_banner(new Banner), m_tabs(new QTabWidget)
{
    setObjectName(u"adminPage"_s);
    setWindowTitle(tr("Admin"));
    setAccessibleName(tr("Admin"));
    m_banner->setObjectName(u"adminBanner"_s);
    m_tabs->setObjectName(u"adminTabs"_s);
    m_tabs->setAccessibleName(tr("Administration"));
    m_tabs->setDocumentMode(true);
    addRecords<PersonForm>(u"people"_s, tr("&Users"), m_records.people(), tr("&New person…"));
    addDelegations();
    addRecords<DepartmentForm>(u"departments"_s, tr("&Departments"), m_records.departments(), {});
    addRecords<LevelForm>(u"levels"_s, tr("&Levels"), m_records.levels(), tr("&New level…"));
    addRecords<ClientForm>(u"clients"_s, tr("Advertise&rs and agencies"), m_records.clients(), tr("&New client…"));
    addRecords<CatalogForm>(u"catalog"_s, tr("&Catalogue"), m_records.catalog(), tr("&New option…"));
    addRecords<CalendarForm>(u"calendars"_s, tr("Calendars"), m_records.calendars(), tr("&New calendar…"));
    m_tabs->addTab(new PolicyPage(context), tr("&Policy"));
    addDatabase(context);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_tabs, 1);
    setFocusProxy(m_tabs);
    connect(&m_records, &AdminRecords::failed, this, [this](const QString &sentence) { m_banner->showMessage(Tone::Negative, sentence); });
    m_records.load();
}

void AdminPage::addDelegations()
{
    Delegations *delegations = m_records.delegations();
    auto *page = new RecordPage(u"delegations"_s, delegations->all(), tr("&New delegation…"));
    page->setEditText(tr("End n&ow…"), icon("ban"_L1));
    page->setEditable([delegations](int row) { return delegations->mayEnd(delegations->all()->rowAt(row)); });
    connect(page, &RecordPage::newRequested, this,
            [this, delegations] { RecordDialog::edit(new DelegationForm(delegations, DelegationForm::For::Anybody), this); });
    connect(page, &RecordPage::editRequested, this, &AdminPage::askToEnd);
    m_tabs->addTab(page, tr("Delegations"));
}

void AdminPage::askToEnd(int row)
{
    const Delegation delegation = m_records.delegations()->all()->rowAt(row);
    Confirmation question;
    question.title = tr("End a delegation");
    question.text = delegation.delegate
        ? tr("%1 decides for %2: %3. End this now?").arg(delegation.delegateName, delegation.delegatorName, periodOf(delegation))
        : tr("%1 is out of office: %2. End this now?").arg(delegation.delegatorName, periodOf(delegation));
    question.explanation = tr("What was decided meanwhile stands. It can be entered again, but not resumed.");
    question.acceptText = tr("&End it");
    MessageBox::ask(this, question, [this, id = delegation.id] { endDelegation(id); });
}

QCoro::Task<> AdminPage::endDelegation(DelegationId delegation)
{
    const auto stop = m_ending.begin();
    const auto task = m_records.delegations()->end(delegation);
    const Status ended = co_await task;
    if (!stop.stopped() && !ended)
        m_banner->showMessage(Tone::Negative, sentenceFor(ended.error()));
}

void AdminPage::addDatabase(const AppContext &context)
{
    if (context.connection.isServer()) {
        auto *server = new ServerPage(context);
        connect(server, &ServerPage::importRequested, this, &AdminPage::importRequested);
        m_tabs->addTab(server, tr("Data&base"));
        return;
    }
    auto *database = new DatabasePage(context);
    connect(database, &DatabasePage::importRequested, this, &AdminPage::importRequested);
    m_tabs->addTab(database, tr("Data&base"));
}

template<typename Form, typename Record>
void AdminPage::addRecords(const QString &name, const QString &title, RecordTable<Record> *records, const QString &newText)
{
    auto *page = new RecordPage(name, records, newText);
    connect(page, &RecordPage::newRequested, this, [this] { RecordDialog::edit(new Form(&m_records, Record()), this); });
    connect(page, &RecordPage::editRequested, this,
            [this, records](int row) { RecordDialog::edit(new Form(&m_records, records->rowAt(row)), this); });
    m_tabs->addTab(page, title);
}

} // namespace dealdesk
