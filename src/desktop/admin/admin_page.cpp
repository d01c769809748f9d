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
#include "desktop/theme/spacing.h"
#include "desktop/widgets/banner.h"

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
    addRecords<DepartmentForm>(u"departments"_s, tr("&Departments"), m_records.departments(), {});
    addRecords<LevelForm>(u"levels"_s, tr("&Levels"), m_records.levels(), tr("&New level…"));
    addRecords<ClientForm>(u"clients"_s, tr("Advertise&rs and agencies"), m_records.clients(), tr("&New client…"));
    addRecords<CatalogForm>(u"catalog"_s, tr("&Catalogue"), m_records.catalog(), tr("&New option…"));
    addRecords<CalendarForm>(u"calendars"_s, tr("Calendar&s"), m_records.calendars(), tr("&New calendar…"));
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
