#pragma once

#include "presentation/inbox/task_card.h"

namespace dealdesk {

/// Sends the command behind an action. `version` is the deal's as it was on the screen.
QCoro::Task<Status> carryOut(std::shared_ptr<Session> session, InboxTask task, qint64 version, TaskAction action, QString text,
                             QStringList fields);

/// What was done: "Approved DEAL-2026-014".
QString pastTense(TaskAction action, const QString &reference);

/// What will be done: "Approve DEAL-2026-014".
QString imperative(TaskAction action, const QString &reference);

/// Whether the task leaves the inbox with it.
bool completesTask(TaskAction action);

/// Whether the database may take it back: decisions that are not final.
bool mayBeRescinded(TaskAction action);

} // namespace dealdesk
