#pragma once

#include "core/result.h"

namespace dealdesk {

/// What is known of a command after an attempt to carry it out.
enum class SendOutcome {
    Saved,   ///< by this attempt or by an earlier one: its id is in the command log
    Refused, ///< definitely not: nothing was written and nothing will be
    NotSent, ///< nothing left this machine
    Unknown  ///< it may have been saved: only the same id, sent again, can tell
};

/// `wasSent`: an earlier attempt with this id is still open. The server looks into its command log only after it has made sure that the
/// desk is open, the program's version fits and the person is active, so what is said before that says nothing about the earlier attempt.
SendOutcome outcomeOf(const Result<QJsonObject> &answer, bool wasSent);

/// Whether an attempt that left the outcome open is worth repeating by itself: not when it needs a person (another password, an update, an
/// administrator), nor when everything is closing.
bool mayAnswerLater(ErrorCode code);

} // namespace dealdesk
