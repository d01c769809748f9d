#pragma once

#include "presentation/inbox/task_card.h"

#include <QHash>
#include <QLatin1StringView>
#include <QWidget>

class QPushButton;

namespace dealdesk {

/// The row of buttons under the card: exactly what the task offers, the primary one first.
class TaskButtons : public QWidget {
    Q_OBJECT

public:
    /// Where they stand: on a deal's page no single letters decide, and the deal is open already.
    enum class Place { Inbox, Deal };
    explicit TaskButtons(Place place = Place::Inbox, QWidget *parent = nullptr);

    /// `opens`: whether there is one deal to open.
    void offer(const QList<TaskAction> &actions, bool opens = true);
    void setBusy(bool busy);
    [[nodiscard]] bool offers(TaskAction action) const;
    /// What A and the first button do; nothing while there is no task.
    [[nodiscard]] std::optional<TaskAction> primary() const;

Q_SIGNALS:
    void chosen(dealdesk::TaskAction action);
    void openRequested();

private:
    Place m_place;
    QList<TaskAction> m_offered;
    QHash<TaskAction, QPushButton *> m_buttons;
    QHash<TaskAction, QLatin1StringView> m_iconNames;
    QPushButton *m_open = nullptr;
};

} // namespace dealdesk
