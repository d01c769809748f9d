#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace dealdesk::test {

/// A word that the program crash_typist has typed, and the line that says so.
struct TypedWord {
    qint64 at = 0; ///< milliseconds on the machine's monotonic clock, the same in every process
    QString field; ///< the widget's object name
    QString word;
};

QByteArray lineOf(const TypedWord &word);
std::optional<TypedWord> typedWordFrom(const QByteArray &line);

/// Now, on that clock.
qint64 monotonicMs();

} // namespace dealdesk::test
