#include "services/left_commands.h"

#include "data/rows.h"
#include "services/error_text.h"

#include <QCoreApplication>
#include <QCoroFuture>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct LeftText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::LeftCommand)
};

QString decisionName(const QString &decision)
{
    if (decision == "approve"_L1)
        return LeftText::tr("approval");
    return decision == "reject"_L1 ? LeftText::tr("rejection") : LeftText::tr("request for a revision");
}

QString nameOf(const Command &command)
{
    static const QHash<QString, QString> names = {
        {u"cmd_save_draft"_s, LeftText::tr("change")},
        {u"cmd_submit_deal"_s, LeftText::tr("submission")},
        {u"cmd_resubmit_deal"_s, LeftText::tr("resubmission")},
        {u"cmd_ask_for_scoping"_s, LeftText::tr("request for scoping")},
        {u"cmd_comment"_s, LeftText::tr("comment")},
        {u"cmd_claim"_s, LeftText::tr("claim")},
        {u"cmd_release"_s, LeftText::tr("release")},
        {u"cmd_recall_deal"_s, LeftText::tr("recall")},
        {u"cmd_mark_lost"_s, LeftText::tr("marking as lost")},
        {u"cmd_transfer_deal"_s, LeftText::tr("transfer")},
        {u"cmd_change_password"_s, LeftText::tr("new password")},
    };
    if (command.name == "cmd_decide"_L1)
        return decisionName(command.arguments.value("decision"_L1).toString());
    return names.value(command.name, LeftText::tr("step"));
}

/// Empty for a deal that is not visible any more.
QFuture<Result<QList<QString>>> readReference(SqlExecutor &executor, qint64 deal)
{
    auto job = [deal](Connection &connection) {
        return readRows(connection, u"SELECT reference_number FROM deal_list WHERE id = ?"_s, {deal},
                        [](const Query &row) { return row.text(0); });
    };
    return executor.run(std::move(job));
}

QCoro::Task<std::optional<LeftCommand>> settle(std::shared_ptr<Workspace> workspace, OpenCommand open)
{
    LeftCommand left;
    left.command = open;
    if (open.isWithheld) {
        left.fate = LeftCommand::Fate::NotKnown;
    } else if (open.isExpired()) {
        left.fate = LeftCommand::Fate::NotSent;
    } else {
        auto sending = workspace->sender()->send(open.command, true);
        const Result<QJsonObject> answer = co_await sending;
        if (!answer && answer.error().code == ErrorCode::ConnectionLost)
            co_return std::nullopt;
        left.fate = answer ? LeftCommand::Fate::Saved : LeftCommand::Fate::NotSaved;
        if (answer)
            left.reference = answer->value("reference_number"_L1).toString();
        else
            left.refusal = answer.error();
    }
    workspace->sender()->journal().forget(open);
    if (left.reference.isEmpty() && open.command.dealId) {
        auto future = readReference(workspace->executor(), *open.command.dealId);
        const auto references = co_await future;
        left.reference = references ? references->value(0) : QString();
    }
    co_return left;
}

} // namespace

QCoro::Task<QList<LeftCommand>> settleLeftCommands(std::shared_ptr<Workspace> workspace, UserId person)
{
    QList<LeftCommand> settled;
    if (!workspace->sender())
        co_return settled;
    const QList<OpenCommand> left = workspace->sender()->journal().leftBy(person.value());
    for (const OpenCommand &open : left) {
        auto settling = settle(workspace, open);
        const std::optional<LeftCommand> known = co_await settling;
        if (known)
            settled.append(*known);
    }
    co_return settled;
}

QString sentenceFor(const LeftCommand &left)
{
    const QString name = nameOf(left.command.command);
    const QString what = left.reference.isEmpty() ? LeftText::tr("Your %1").arg(name)
                                                  : LeftText::tr("Your %1 of %2").arg(name, left.reference);
    switch (left.fate) {
    case LeftCommand::Fate::Saved: return LeftText::tr("%1 was saved after all.").arg(what);
    case LeftCommand::Fate::NotSaved: return LeftText::tr("%1 was not saved: %2").arg(what, sentenceFor(left.refusal));
    case LeftCommand::Fate::NotSent:
        return LeftText::
            tr("%1 from before yesterday may not have been saved, and was not sent again. Look at it, and do it again if it is missing.")
                .arg(what);
    case LeftCommand::Fate::NotKnown: break;
    }
    return LeftText::tr("%1 was being saved when the program ended. Whether it was is not known: try it.").arg(what);
}

} // namespace dealdesk
