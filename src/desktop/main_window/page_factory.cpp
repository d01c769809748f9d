#include "desktop/main_window/page_factory.h"

#include "desktop/admin/admin_page.h"
#include "desktop/deal_list/deals_page.h"
#include "desktop/inbox/inbox_page.h"
#include "desktop/widgets/empty_state.h"

using namespace Qt::StringLiterals;

namespace dealdesk::pages {

namespace {

QWidget *comingPage(const QString &title)
{
    auto *page = new EmptyState;
    page->setWindowTitle(title);
    page->setContent("package"_L1, title, {});
    return page;
}

} // namespace

QWidget *section(Section section, const AppContext &context)
{
    if (section == Section::Inbox)
        return new InboxPage(context);
    if (section == Section::Deals)
        return new DealsPage(context);
    if (section == Section::Admin) {
        auto *page = new AdminPage(context);
        QObject::connect(page, &AdminPage::importRequested, page, [context, page] { import(context, page); });
        return page;
    }
    return comingPage(titleOf(section));
}

QWidget *deal(const AppContext &, DealId deal)
{
    return comingPage(QString::number(deal.value()));
}

QWidget *newDeal(const AppContext &, DraftType)
{
    return comingPage(u"New deal"_s);
}

QWidget *editor(const AppContext &, DealId deal)
{
    return comingPage(QString::number(deal.value()));
}

QWidget *restoredEditor(const AppContext &, const JournalEntry &)
{
    return comingPage({});
}

void import(const AppContext &, QWidget *) {}

} // namespace dealdesk::pages
