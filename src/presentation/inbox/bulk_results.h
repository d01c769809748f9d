#pragma once

#include "presentation/inbox/held_decisions.h"

#include <QAbstractListModel>

namespace dealdesk {

/// What came of each of several decisions that were made at once, until it is dismissed.
class BulkResults : public QAbstractListModel {
    Q_OBJECT

public:
    enum class State { Waiting, Done, Refused };
    enum Roles { StateRole = Qt::UserRole + 1 };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    /// "DEAL-2026-014 Spring launch: approved", or why it is not.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    void add(const QList<HeldDecision> &decisions);
    /// Nothing happens for decisions that are not among them. `sentence`: why it was refused.
    void settle(const QString &taskKey, State state, const QString &sentence);
    /// What was taken back was not decided.
    void takeBack(const QList<HeldDecision> &decisions);
    /// All but what is still on its way.
    void dismiss();

    [[nodiscard]] bool isWaiting(const QString &taskKey) const;
    [[nodiscard]] int count(State state) const;
    /// "3 of 6 done, 1 refused, 2 to be sent".
    [[nodiscard]] QString summary() const;

private:
    struct Row {
        QString key;
        QString deal;
        TaskAction action = TaskAction::Approve;
        State state = State::Waiting;
        QString sentence;
    };
    template<typename Predicate>
    void removeIf(Predicate predicate);
    [[nodiscard]] QString textOf(const Row &row) const;

    QList<Row> m_rows;
};

} // namespace dealdesk
