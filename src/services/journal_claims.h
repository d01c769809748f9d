#pragma once

#include <QString>

namespace dealdesk::journal_claims {

// Who of several running programs a journal file belongs to: a lock file beside it, which the operating system's process list tells to be
// stale after a crash. A claim lasts until it is given up or the program ends; all journals of one program share their claims. Any thread.

/// False while another running program has claimed the file.
bool claim(const QString &journalFile);
void giveUp(const QString &journalFile);

} // namespace dealdesk::journal_claims
