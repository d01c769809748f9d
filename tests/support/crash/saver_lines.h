#pragma once

#include "domain/deal_draft.h"
#include "services/deal_service.h"
#include "services/reference_service.h"

namespace dealdesk::test {

/// A save that the program crash_saver makes, and the line that says so: `trying` before, `done` with the result after it.
struct SaverStep {
    int content = 0; ///< which draft: contentNumber() gives it
    bool submits = false;
    QString commandId;
    std::optional<DealId> deal; ///< nothing: a new one
    qint64 baseVersion = 0;

    // of a line `done`
    QString reference;
    DealId savedDeal;
    qint64 version = 0;
};

QByteArray tryingLine(const SaverStep &step);
QByteArray doneLine(const SaverStep &step);
/// Nothing for any other line. `isDone` says which of the two it was.
std::optional<SaverStep> stepFrom(const QByteArray &line, bool *isDone);

/// The draft of that number, complete, the same in every process; its name says which it is.
DealDraft contentNumber(int number, const ReferenceData &reference);
/// The number in a deal's name.
int contentNumberOf(const DealDraft &draft);

/// Carries the step out as the owner of a session.
Result<DealState> carryOut(const SaverStep &step, Session &session, const ReferenceData &reference);

} // namespace dealdesk::test
