#include "support/crash/saver_lines.h"
#include "support/services/services_fixture.h"

#include <QCoreApplication>
#include <QUuid>

#include <cstdio>

using namespace dealdesk;
using namespace dealdesk::test;

namespace {

constexpr int kFailed = 1;
constexpr int kMisused = 2;

void say(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stdout);
    std::fflush(stdout);
}

int fail(const Error &error)
{
    say("error " + QByteArray::number(static_cast<int>(error.code)) + ' ' + error.detail.toUtf8() + '\n');
    return kFailed;
}

/// New drafts, saved again, some of them submitted: whatever comes up next.
SaverStep nextStep(QRandomGenerator &random, QList<SaverStep> &drafts)
{
    SaverStep step;
    step.content = random.bounded(1, 1'000'000);
    step.commandId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (drafts.isEmpty() || random.bounded(3) == 0)
        return step;
    const SaverStep base = drafts.takeAt(random.bounded(drafts.size()));
    step.deal = base.savedDeal;
    step.baseVersion = base.version;
    step.submits = random.bounded(3) == 0;
    return step;
}

int saveInALoop(Session &session, QRandomGenerator random, int count)
{
    const auto reference = awaitValue(ReferenceService(session).load());
    QList<SaverStep> drafts;
    for (int i = 0; i < count; ++i) {
        SaverStep step = nextStep(random, drafts);
        say(tryingLine(step));
        const Result<DealState> state = carryOut(step, session, *reference);
        if (!state)
            return fail(state.error());
        step.reference = state->reference;
        step.savedDeal = state->id;
        step.version = state->version;
        say(doneLine(step));
        if (!step.submits)
            drafts += step;
    }
    return 0;
}

} // namespace

/// Saves and submits deals as fast as it can, and says each one on its standard output, until it is killed or has made COUNT of them.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("usage: crash_saver DATABASE USERNAME SEED COUNT\n", stderr);
        return kMisused;
    }
    const auto workspace = await(Workspace::open({arguments[1]}));
    if (!workspace)
        return fail(workspace.error());
    const auto signedIn = await(AccountService(*workspace).signIn(arguments[2], kPassword));
    if (!signedIn)
        return fail(signedIn.error());
    Session session(*workspace, signedIn->actor);
    say("ready\n");
    return saveInALoop(session, QRandomGenerator(arguments[3].toUInt()), arguments[4].toInt());
}
