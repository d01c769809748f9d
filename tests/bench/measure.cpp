#include "bench/measure.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QVariant>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk::bench {

namespace {

constexpr double kNanosecondsPerMillisecond = 1e6;

double median(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

QString literal(const QVariant &value)
{
    if (value.isNull())
        return u"NULL"_s;
    if (value.typeId() == QMetaType::QString)
        return u'\'' + value.toString().replace(u'\'', "''"_L1) + u'\'';
    return value.toString();
}

QString withLiterals(const QString &sql, const QVariantList &values)
{
    QString text;
    qsizetype next = 0;
    for (const QChar c : sql) {
        if (c == u'?' && next < values.size())
            text += literal(values.at(next++));
        else
            text += c;
    }
    return text;
}

QByteArray runShell(const QStringList &arguments, const QString &input)
{
    QProcess shell;
    shell.start(u"sqlite3"_s, arguments);
    if (!shell.waitForStarted())
        return {};
    shell.write(input.toUtf8());
    shell.closeWriteChannel();
    shell.waitForFinished(-1);
    return shell.exitCode() == 0 ? shell.readAllStandardOutput() : QByteArray();
}

} // namespace

double medianMilliseconds(int repeats, const std::function<void()> &call)
{
    call();
    QList<double> times;
    for (int i = 0; i < repeats; ++i) {
        QElapsedTimer timer;
        timer.start();
        call();
        times.append(static_cast<double>(timer.nsecsElapsed()) / kNanosecondsPerMillisecond);
    }
    return median(times);
}

std::optional<double> shellMilliseconds(const QString &databasePath, const QString &sql, const QVariantList &values)
{
    constexpr int kBatches = 7;
    constexpr int kStatementsPerBatch = 10; // the shell's clock has whole milliseconds
    const QString statement = withLiterals(sql, values) + ";\n"_L1;
    QString script = u"PRAGMA mmap_size=268435456;\n.timer on\n.output /dev/null\n"_s + statement;
    for (int i = 0; i < kBatches * kStatementsPerBatch; ++i)
        script += statement;
    const QByteArray output = runShell({u"-readonly"_s, databasePath}, script); // the timer's lines go past .output
    static const QRegularExpression line(u"^Run Time: real ([0-9.]+)"_s, QRegularExpression::MultilineOption);
    QList<double> single;
    auto matches = line.globalMatch(QString::fromUtf8(output));
    while (matches.hasNext())
        single.append(matches.next().captured(1).toDouble() * 1000);
    if (single.size() <= kStatementsPerBatch)
        return std::nullopt;
    single.remove(0, single.size() - kBatches * kStatementsPerBatch);
    QList<double> batches;
    for (int batch = 0; batch < kBatches; ++batch) {
        double sum = 0;
        for (int i = 0; i < kStatementsPerBatch; ++i)
            sum += single.at(batch * kStatementsPerBatch + i);
        batches.append(sum / kStatementsPerBatch);
    }
    return median(batches);
}

std::optional<double> shellCsvSeconds(const QString &databasePath, const QString &sql, const QString &outputPath)
{
    QProcess shell;
    shell.setStandardOutputFile(outputPath);
    QElapsedTimer timer;
    timer.start();
    shell.start(u"sqlite3"_s, {u"-readonly"_s, u"-csv"_s, u"-header"_s, databasePath, sql});
    if (!shell.waitForStarted())
        return std::nullopt;
    shell.waitForFinished(-1);
    return shell.exitCode() == 0 ? std::optional(static_cast<double>(timer.nsecsElapsed()) / 1e9) : std::nullopt;
}

std::optional<Start> medianStart(const QString &program, const QStringList &arguments, int repeats)
{
    QList<Start> starts;
    for (int i = 0; i < repeats; ++i) {
        QProcess child;
        QElapsedTimer timer;
        timer.start();
        child.start(program, arguments);
        while (!child.canReadLine() && child.waitForReadyRead(30'000)) {}
        const double elapsed = static_cast<double>(timer.nsecsElapsed()) / kNanosecondsPerMillisecond;
        const QList<QByteArray> words = child.readLine().simplified().split(' ');
        child.waitForFinished(30'000);
        if (words.size() != 3 || words.first() != "ready")
            return std::nullopt;
        starts.append({elapsed, words.at(1).toLongLong(), words.at(2).toLongLong()});
    }
    std::sort(starts.begin(), starts.end(), [](const Start &a, const Start &b) { return a.milliseconds < b.milliseconds; });
    return starts.at(starts.size() / 2);
}

} // namespace dealdesk::bench
