#include "presentation/inbox/inbox_filter_form.h"

#include "presentation/text/format.h"
#include "presentation/text/labels.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QList<SavedFilter> builtInFilters()
{
    InboxFilter overdue;
    overdue.overdueOnly = true;
    InboxFilter urgent;
    urgent.priorities = {ApprovalPriority::High, ApprovalPriority::Urgent};
    InboxFilter unclaimed;
    unclaimed.unclaimedOnly = true;
    return {{InboxSavedFilters::tr("Overdue"), toJson(overdue), true},
            {InboxSavedFilters::tr("High and urgent"), toJson(urgent), true},
            {InboxSavedFilters::tr("Claimed by nobody"), toJson(unclaimed), true}};
}

} // namespace

InboxFilterForm::InboxFilterForm(std::shared_ptr<ReferenceStore> reference, QObject *parent)
    : FilterForm(parent), m_reference(std::move(reference))
{
}

void InboxFilterForm::setFilter(const InboxFilter &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    Q_EMIT changed();
}

QList<ApprovalLevel> InboxFilterForm::levels() const
{
    return m_reference->isReady() ? m_reference->current()->policy.levels : QList<ApprovalLevel>();
}

QString InboxFilterForm::deciders() const
{
    QStringList names;
    for (const Department department : m_filter.departments)
        names.append(label(department));
    const auto known = levels();
    for (const QString &code : m_filter.levels) {
        const auto found = std::find_if(known.cbegin(), known.cend(), [&code](const ApprovalLevel &level) { return level.code == code; });
        names.append(found == known.cend() ? code : found->displayName);
    }
    return names.join(u", "_s);
}

QList<FilterChip> InboxFilterForm::chips() const
{
    QList<FilterChip> chips;
    const auto add = [&chips](bool active, Part part, const QString &text) {
        if (active)
            chips.append({int(part), text});
    };
    QStringList priorities;
    for (const ApprovalPriority priority : m_filter.priorities)
        priorities.append(label(priority));
    add(!m_filter.text.isEmpty(), Part::Text, tr("Text: “%1”").arg(m_filter.text));
    add(!m_filter.departments.isEmpty() || !m_filter.levels.isEmpty(), Part::Deciders, tr("Asked: %1").arg(deciders()));
    add(!priorities.isEmpty(), Part::Priorities, tr("Priority: %1").arg(priorities.join(u", "_s)));
    add(m_filter.overdueOnly, Part::Overdue, tr("Overdue"));
    add(m_filter.claimedOnly, Part::Claim, tr("Claimed"));
    add(m_filter.unclaimedOnly, Part::Claim, tr("Claimed by nobody"));
    add(m_filter.minimum.has_value(), Part::Minimum, tr("From %1").arg(formatMoney(m_filter.minimum)));
    return chips;
}

void InboxFilterForm::remove(int part)
{
    InboxFilter filter = m_filter;
    switch (Part(part)) {
    case Part::Text: filter.text.clear(); break;
    case Part::Deciders:
        filter.departments.clear();
        filter.levels.clear();
        break;
    case Part::Priorities: filter.priorities.clear(); break;
    case Part::Overdue: filter.overdueOnly = false; break;
    case Part::Claim: filter.claimedOnly = filter.unclaimedOnly = false; break;
    case Part::Minimum: filter.minimum.reset(); break;
    }
    setFilter(filter);
}

InboxSavedFilters::InboxSavedFilters(const Actor &actor, QObject *parent)
    : SavedFilters(u"people/"_s + actor.username + u"/savedInboxFilters"_s, builtInFilters(), parent)
{
}

} // namespace dealdesk
