#include "support/crash/typed_words.h"

#include <QElapsedTimer>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

QByteArray lineOf(const TypedWord &word)
{
    return u"typed %1 %2 %3\n"_s.arg(word.at).arg(word.field, word.word).toUtf8();
}

std::optional<TypedWord> typedWordFrom(const QByteArray &line)
{
    const QStringList parts = QString::fromUtf8(line).trimmed().split(u' ');
    if (parts.size() != 4 || parts.first() != "typed"_L1)
        return std::nullopt;
    return TypedWord{parts[1].toLongLong(), parts[2], parts[3]};
}

qint64 monotonicMs()
{
    QElapsedTimer timer;
    timer.start();
    return timer.msecsSinceReference();
}

} // namespace dealdesk::test
