#pragma once

#include "domain/reapproval.h"
#include "presentation/deal_editor/change_requests.h"
#include "presentation/deal_editor/deal_form.h"
#include "presentation/models/keyed_rows.h"

namespace dealdesk {

/// A line of the checklist.
struct ChangeItem {
    ApprovalId approval;
    QString path;
    std::optional<FieldPath> place;
    QString text;   ///< "Tier 2: margin"
    QString change; ///< "32% → 33%"; empty while the place is as the reviewer saw it
    bool isDone = false;

    friend bool operator==(const ChangeItem &, const ChangeItem &) = default;
};

/// Everything that reviewers asked for, as a checklist that follows the form: a point ticks itself when its place has changed since the
/// revision that they saw, until the owner says otherwise.
class ChangeListModel : public KeyedRows<ChangeItem> {
    Q_OBJECT

public:
    enum Roles { ChangeRole = Qt::UserRole + 1 };

    explicit ChangeListModel(DealForm &form, QObject *parent = nullptr);

    void setRequests(const ChangeRequests &requests);
    [[nodiscard]] const QList<ChangeRequest> &requests() const { return m_all.requests; }
    /// Whether the revision that came back had them on its path.
    [[nodiscard]] bool hadOnPath(Approver approver, const QString &level) const;
    /// The owner's word about a point, before it is stored.
    void setTicked(ApprovalId approval, const QString &path, std::optional<bool> ticked);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Qt::CheckStateRole only; asks for the tick to be stored.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// The points that are not dealt with, a line for each who asked.
    [[nodiscard]] QStringList openPoints() const;
    /// "3 of 5 dealt with"; empty without points.
    [[nodiscard]] QString progress() const;
    [[nodiscard]] bool hasUnanswered() const { return !m_all.unanswered.isEmpty(); }
    /// "Creative has not answered yet"; empty when everything is in.
    [[nodiscard]] QString unansweredText() const;

Q_SIGNALS:
    void progressChanged();
    void requestsChanged();
    void ticked(dealdesk::ApprovalId approval, const QString &path, bool done);

private:
    void follow();
    [[nodiscard]] ChangeItem itemOf(const ChangePoint &point, const DealDraft &now) const;

    DealForm &m_form;
    ChangeRequests m_all;
};

} // namespace dealdesk
