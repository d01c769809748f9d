#include "services/connections/token_command.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kLongestHint = 200;

tl::unexpected<Error> unavailable(const QString &reason, const QString &text = {})
{
    return failure(ErrorCode::TokenUnavailable, reason, {{u"reason"_s, reason}, {u"text"_s, text}});
}

QString programOf(const QStringList &words)
{
    if (words.isEmpty())
        return {};
    if (QFileInfo(words.first()).isAbsolute())
        return QFileInfo(words.first()).isExecutable() ? words.first() : QString();
    return words.first().contains(u'/') ? QString() : QStandardPaths::findExecutable(words.first());
}

QString tokenIn(const QByteArray &output)
{
    const QJsonObject json = QJsonDocument::fromJson(output).object();
    for (const auto key : {"access_token"_L1, "token"_L1}) {
        if (const QString token = json.value(key).toString(); !token.isEmpty())
            return token;
    }
    const QString text = QString::fromUtf8(output).trimmed();
    return json.isEmpty() && !text.contains(u'\n') ? text : QString();
}

/// The last line is where programs say why they gave up.
QString hintIn(const QByteArray &complaint)
{
    const QString last = QString::fromUtf8(complaint).trimmed().section(u'\n', -1).simplified();
    return last.endsWith(u'.') ? last.chopped(1).left(kLongestHint) : last.left(kLongestHint);
}

} // namespace

bool isTokenCommandThere(const QString &command)
{
    return !programOf(QProcess::splitCommand(command)).isEmpty();
}

Result<QString> tokenFrom(const QString &command, std::chrono::milliseconds patience)
{
    const QStringList words = QProcess::splitCommand(command);
    const QString program = programOf(words);
    if (program.isEmpty())
        return unavailable(u"not_found"_s);
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(program, words.mid(1), QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return unavailable(u"not_found"_s);
    if (!process.waitForFinished(int(patience.count()))) {
        process.kill();
        process.waitForFinished();
        return unavailable(u"timeout"_s);
    }
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return unavailable(u"failed"_s, hintIn(process.readAllStandardError()));
    const QString token = tokenIn(process.readAllStandardOutput());
    if (token.isEmpty())
        return unavailable(u"empty"_s);
    return token;
}

} // namespace dealdesk
