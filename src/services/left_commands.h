#pragma once

#include "services/workspace.h"

namespace dealdesk {

/// What became of a command whose answer was lost with an earlier run of the program.
struct LeftCommand {
    enum class Fate {
        Saved,
        NotSaved,
        NotSent, ///< too old to be carried out now without asking
        NotKnown ///< had a password, which is not written down: cannot be asked for
    };
    OpenCommand command;
    Fate fate = Fate::NotKnown;
    QString reference; ///< of its deal, where it has one
    Error refusal;     ///< for NotSaved
};

/// Settles what this person left, one after another, and forgets it; what stays open because the line broke again is not among them and
/// stays in the journal. Nothing on an embedded database.
QCoro::Task<QList<LeftCommand>> settleLeftCommands(std::shared_ptr<Workspace> workspace, UserId person);

/// "Your approval of DEAL-2026-014 was saved after all."
QString sentenceFor(const LeftCommand &left);

} // namespace dealdesk
