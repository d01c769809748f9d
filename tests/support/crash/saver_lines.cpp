#include "support/crash/saver_lines.h"

#include "support/services/complete_drafts.h"
#include "support/services/services_fixture.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

constexpr QLatin1StringView kName("Content ");

QByteArray lineOf(const char *word, const SaverStep &step)
{
    const QStringList parts = {QString::number(step.content),
                               step.submits ? u"submit"_s : u"save"_s,
                               step.commandId,
                               QString::number(step.deal.value_or(DealId()).value()),
                               QString::number(step.baseVersion),
                               step.reference.isEmpty() ? u"-"_s : step.reference,
                               QString::number(step.savedDeal.value()),
                               QString::number(step.version)};
    return QByteArray(word) + ' ' + parts.join(u' ').toLatin1() + '\n';
}

} // namespace

QByteArray tryingLine(const SaverStep &step)
{
    return lineOf("trying", step);
}

QByteArray doneLine(const SaverStep &step)
{
    return lineOf("done", step);
}

std::optional<SaverStep> stepFrom(const QByteArray &line, bool *isDone)
{
    const QList<QByteArray> parts = line.trimmed().split(' ');
    if (parts.size() != 9 || (parts[0] != "trying" && parts[0] != "done"))
        return std::nullopt;
    *isDone = parts[0] == "done";
    SaverStep step;
    step.content = parts[1].toInt();
    step.submits = parts[2] == "submit";
    step.commandId = QString::fromLatin1(parts[3]);
    if (const DealId deal(parts[4].toLongLong()); deal.isValid())
        step.deal = deal;
    step.baseVersion = parts[5].toLongLong();
    step.reference = QString::fromLatin1(parts[6]);
    step.savedDeal = DealId(parts[7].toLongLong());
    step.version = parts[8].toLongLong();
    return step;
}

DealDraft contentNumber(int number, const ReferenceData &reference)
{
    QRandomGenerator random(static_cast<quint32>(number));
    DealDraft draft = completeDraft(random, reference.catalog, reference.policy);
    draft.name = kName + QString::number(number);
    return draft;
}

int contentNumberOf(const DealDraft &draft)
{
    return draft.name.startsWith(kName) ? draft.name.mid(kName.size()).toInt() : -1;
}

Result<DealState> carryOut(const SaverStep &step, Session &session, const ReferenceData &reference)
{
    const DealService deals(session);
    const DealDraft draft = contentNumber(step.content, reference);
    if (step.submits)
        return await(deals.submit(*step.deal, step.baseVersion, draft, planRouting(draft, reference.policy), step.commandId));
    const std::optional<qint64> version = step.deal ? std::optional(step.baseVersion) : std::nullopt;
    return await(deals.saveDraft(step.deal, version, DraftType::SubmissionDraft, draft, step.commandId));
}

} // namespace dealdesk::test
