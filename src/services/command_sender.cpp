#include "services/command_sender.h"

#include "services/send_outcome.h"

#include <QCoroFuture>
#include <QCoroTimer>
#include <QPointer>

#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// On the database's thread: nothing is sent that is not on the disk, and what is known goes from there.
Result<QJsonObject> attempt(Connection &connection, const Command &command, const CommandJournal &journal, bool wasSent)
{
    if (const Status noted = journal.write(command); !noted && !wasSent)
        return failure(noted.error());
    Result<QJsonObject> answer = connection.command(command);
    if (outcomeOf(answer, wasSent) != SendOutcome::Unknown)
        journal.remove(command.commandId);
    return answer;
}

tl::unexpected<Error> leftOpen(const Error &why)
{
    return failure(ErrorCode::ConnectionLost, why.detail, {{u"left"_s, true}});
}

} // namespace

CommandSender::CommandSender(SqlExecutor &executor, QString journalFolder, QObject *parent)
    : QObject(parent), m_executor(executor), m_journal(std::make_shared<const CommandJournal>(std::move(journalFolder)))
{
}

QCoro::Task<Result<QJsonObject>> CommandSender::send(Command command, bool wasSent)
{
    const QPointer<CommandSender> self(this);
    const std::shared_ptr<const CommandJournal> journal = m_journal;
    bool isOpen = wasSent;
    if (isOpen)
        countOpen(1);
    while (self) {
        auto job = [command, journal, isOpen](Connection &connection) { return attempt(connection, command, *journal, isOpen); };
        auto future = m_executor.runOnce(std::move(job));
        const Result<QJsonObject> answer = co_await future;
        const bool isKnown = outcomeOf(answer, isOpen) != SendOutcome::Unknown;
        if (!self)
            co_return isKnown ? answer : leftOpen(answer.error());
        if (isKnown || !mayAnswerLater(answer.error().code)) {
            if (isOpen)
                countOpen(-1);
            co_return isKnown ? answer : leftOpen(answer.error());
        }
        if (!isOpen) {
            spdlog::warn("the answer to {} was lost; it is sent again", command.name.toStdString());
            isOpen = true;
            countOpen(1);
        }
        auto pause = QCoro::sleepFor(kPause);
        co_await pause;
    }
    co_return leftOpen({ErrorCode::Cancelled, u"closed"_s, {}});
}

void CommandSender::countOpen(int difference)
{
    m_open += difference;
    Q_EMIT openCountChanged();
}

} // namespace dealdesk
