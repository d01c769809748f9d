#pragma once

#include "presentation/filters/filter_form.h"
#include "presentation/filters/saved_filters.h"
#include "presentation/inbox/inbox_filter.h"
#include "presentation/reference/reference_store.h"

namespace dealdesk {

/// The inbox's filter without widgets. All is in memory, so that it takes effect with each letter.
class InboxFilterForm : public FilterForm {
    Q_OBJECT

public:
    enum class Part { Text, Deciders, Priorities, Overdue, Claim, Minimum };

    explicit InboxFilterForm(std::shared_ptr<ReferenceStore> reference, QObject *parent = nullptr);

    [[nodiscard]] const InboxFilter &filter() const { return m_filter; }
    void setFilter(const InboxFilter &filter);
    /// Levels that a task can wait for, the lowest first; empty until the reference data is there.
    [[nodiscard]] QList<ApprovalLevel> levels() const;

    [[nodiscard]] QJsonObject stored() const override { return toJson(m_filter); }
    void adopt(const QJsonObject &stored) override { setFilter(inboxFilterFromJson(stored)); }
    [[nodiscard]] QList<FilterChip> chips() const override;
    void remove(int part) override;

private:
    [[nodiscard]] QString deciders() const;

    std::shared_ptr<ReferenceStore> m_reference;
    InboxFilter m_filter;
};

/// The saved filters of a person's inbox.
class InboxSavedFilters : public SavedFilters {
    Q_OBJECT

public:
    explicit InboxSavedFilters(const Actor &actor, QObject *parent = nullptr);
};

} // namespace dealdesk
