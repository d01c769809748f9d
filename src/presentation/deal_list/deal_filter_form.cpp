#include "presentation/deal_list/deal_filter_form.h"

#include "presentation/deal_list/filter_json.h"
#include "presentation/text/format.h"
#include "presentation/text/labels.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr auto kTypingPause = std::chrono::milliseconds(250);

template<typename E>
QString labelsOf(const QList<E> &values)
{
    QStringList texts;
    for (const E value : values)
        texts.append(label(value));
    return texts.join(u", "_s);
}

} // namespace

DealFilterForm::DealFilterForm(std::shared_ptr<Session> session, std::shared_ptr<ReferenceStore> reference, QObject *parent)
    : FilterForm(parent), m_session(std::move(session)), m_reference(std::move(reference))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &DealFilterForm::apply);
    connect(m_reference.get(), &ReferenceStore::changed, this, &DealFilterForm::ownersChanged);
}

void DealFilterForm::setFilter(const DealFilter &filter)
{
    if (m_filter != filter) {
        m_filter = filter;
        Q_EMIT changed();
    }
    apply();
}

void DealFilterForm::setText(const QString &text)
{
    if (m_filter.text == text.trimmed())
        return;
    m_filter.text = text.trimmed();
    m_pause.start();
    Q_EMIT changed();
}

void DealFilterForm::setMine(bool mine)
{
    DealFilter filter = m_filter;
    filter.owner = mine ? std::optional(m_session->actor().id) : std::nullopt;
    setFilter(filter);
}

bool DealFilterForm::isMine() const
{
    return m_filter.owner == m_session->actor().id;
}

QJsonObject DealFilterForm::stored() const
{
    return toJson(m_filter);
}

void DealFilterForm::adopt(const QJsonObject &stored)
{
    setFilter(filterFromJson(stored));
}

QList<FilterChip> DealFilterForm::chips() const
{
    QList<FilterChip> chips;
    const auto add = [&chips](bool active, Part part, const QString &text) {
        if (active)
            chips.append({int(part), text});
    };
    add(!m_filter.statuses.isEmpty(), Part::Statuses, tr("Status: %1").arg(labelsOf(m_filter.statuses)));
    add(!m_filter.regions.isEmpty(), Part::Regions, tr("Region: %1").arg(labelsOf(m_filter.regions)));
    add(!m_filter.types.isEmpty(), Part::Types, tr("Type: %1").arg(labelsOf(m_filter.types)));
    add(!m_filter.channels.isEmpty(), Part::Channels, tr("Channel: %1").arg(labelsOf(m_filter.channels)));
    add(!m_filter.priorities.isEmpty(), Part::Priorities, tr("Priority: %1").arg(labelsOf(m_filter.priorities)));
    if (m_filter.owner) {
        QString name = isMine() ? tr("me") : tr("number %1").arg(m_filter.owner->value());
        for (const Owner &owner : owners()) {
            if (!isMine() && owner.id == *m_filter.owner)
                name = owner.name;
        }
        add(true, Part::Owner, tr("Owner: %1").arg(name));
    }
    add(!m_filter.text.isEmpty(), Part::Text, tr("Text: “%1”").arg(m_filter.text));
    add(m_filter.createdFrom.isValid(), Part::CreatedFrom, tr("Created from %1").arg(formatDate(m_filter.createdFrom)));
    add(m_filter.createdTo.isValid(), Part::CreatedTo, tr("Created to %1").arg(formatDate(m_filter.createdTo)));
    add(m_filter.expiredOnly, Part::Expired, tr("Expired drafts"));
    add(m_filter.needsAttentionOnly, Part::Attention, tr("Needs attention"));
    return chips;
}

void DealFilterForm::remove(int part)
{
    DealFilter filter = m_filter;
    switch (Part(part)) {
    case Part::Statuses: filter.statuses.clear(); break;
    case Part::Regions: filter.regions.clear(); break;
    case Part::Types: filter.types.clear(); break;
    case Part::Channels: filter.channels.clear(); break;
    case Part::Priorities: filter.priorities.clear(); break;
    case Part::Owner: filter.owner.reset(); break;
    case Part::Text: filter.text.clear(); break;
    case Part::CreatedFrom: filter.createdFrom = {}; break;
    case Part::CreatedTo: filter.createdTo = {}; break;
    case Part::Expired: filter.expiredOnly = false; break;
    case Part::Attention: filter.needsAttentionOnly = false; break;
    }
    setFilter(filter);
}

QList<DealFilterForm::Owner> DealFilterForm::owners() const
{
    QList<Owner> owners;
    if (!m_reference->isReady())
        return owners;
    const auto reference = m_reference->current();
    for (const Person &person : reference->people) {
        if (person.role == Role::Seller || person.role == Role::Admin)
            owners.append({person.id, person.displayName});
    }
    return owners;
}

void DealFilterForm::apply()
{
    m_pause.stop();
    if (m_applied == m_filter)
        return;
    m_applied = m_filter;
    Q_EMIT applied(m_filter);
}

} // namespace dealdesk
