#pragma once

#include "presentation/filters/filter_form.h"
#include "presentation/reference/reference_store.h"
#include "services/deal_list.h"
#include "services/session.h"

#include <QTimer>

namespace dealdesk {

/// The filter bar without widgets: what is chosen, in words, and when it takes effect (typed text after a pause, all else at once).
class DealFilterForm : public FilterForm {
    Q_OBJECT

public:
    enum class Part { Statuses, Regions, Types, Channels, Priorities, Owner, Text, CreatedFrom, CreatedTo, Expired, Attention };

    DealFilterForm(std::shared_ptr<Session> session, std::shared_ptr<ReferenceStore> reference, QObject *parent = nullptr);

    [[nodiscard]] const DealFilter &filter() const { return m_filter; }
    void setFilter(const DealFilter &filter);
    void setText(const QString &text);
    void setMine(bool mine);
    [[nodiscard]] bool isMine() const;

    [[nodiscard]] QJsonObject stored() const override;
    void adopt(const QJsonObject &stored) override;
    [[nodiscard]] QList<FilterChip> chips() const override;
    void remove(int part) override;

    struct Owner {
        UserId id;
        QString name;
    };
    /// Everybody who may own deals, by name; empty until the reference data is there.
    [[nodiscard]] QList<Owner> owners() const;

Q_SIGNALS:
    /// Fetch with this filter.
    void applied(const dealdesk::DealFilter &filter);
    void ownersChanged();

private:
    void apply();

    std::shared_ptr<Session> m_session;
    std::shared_ptr<ReferenceStore> m_reference;
    DealFilter m_filter;
    DealFilter m_applied;
    QTimer m_pause;
};

} // namespace dealdesk
