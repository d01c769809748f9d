#include "desktop/main_window/page_factory.h"

#include "desktop/admin/admin_page.h"
#include "desktop/deal_editor/deal_editor_page.h"
#include "desktop/deal_list/deals_page.h"
#include "desktop/deal_page/deal_page.h"
#include "desktop/history/history_page.h"
#include "desktop/import/import_dialog.h"
#include "desktop/inbox/inbox_page.h"
#include "desktop/main_window/tab_area.h"
#include "desktop/reports/reports_page.h"

using namespace Qt::StringLiterals;

namespace dealdesk::pages {

namespace {

/// An editor whose tab is named by it, and is found again once its deal has been saved.
DealEditorPage *editorPage(const AppContext &context)
{
    auto *page = new DealEditorPage(context);
    QObject::connect(page, &DealEditorPage::titleChanged, page, [page](const QString &title) {
        if (const auto deal = page->deal())
            page->setProperty(TabArea::kKeyProperty, editorKey(*deal));
        page->setWindowTitle(title);
    });
    page->setWindowTitle(page->title());
    return page;
}

QWidget *adminPage(const AppContext &context)
{
    auto *page = new AdminPage(context);
    QObject::connect(page, &AdminPage::importRequested, page, [context, page] { import(context, page); });
    return page;
}

} // namespace

QString dealKey(DealId deal)
{
    return "deal:"_L1 + QString::number(deal.value());
}

QString editorKey(DealId deal)
{
    return "editor:"_L1 + QString::number(deal.value());
}

QWidget *section(Section section, const AppContext &context)
{
    switch (section) {
    case Section::Inbox: return new InboxPage(context);
    case Section::Deals: return new DealsPage(context);
    case Section::History: return new HistoryPage(context);
    case Section::Reports: return new ReportsPage(context);
    case Section::Admin: return adminPage(context);
    }
    return nullptr;
}

QWidget *deal(const AppContext &context, DealId deal)
{
    return new DealPage(context, deal);
}

QWidget *newDeal(const AppContext &context, DraftType type)
{
    auto *page = editorPage(context);
    page->newDeal(type);
    return page;
}

QWidget *editor(const AppContext &context, DealId deal)
{
    auto *page = editorPage(context);
    page->open(deal);
    return page;
}

QWidget *restoredEditor(const AppContext &context, const JournalEntry &entry)
{
    auto *page = editorPage(context);
    page->restore(entry);
    return page;
}

void import(const AppContext &context, QWidget *parent)
{
    auto *dialog = new ImportDialog(context, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace dealdesk::pages
