#pragma once

#include "core/error.h"

#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace dealdesk {

/// A line on standard output.
void print(const QString &line);
/// A line on standard error.
void printError(const QString &line);
/// The sentence of an error, and its details where they help to find the place.
void printError(const Error &error);

/// Reads a line without echo from the terminal, asked for by `prompt`; from standard input as it is when `fromStdin`. Nothing at its end.
std::optional<QString> readPassword(const QString &prompt, bool fromStdin);

/// Calls `stop` when somebody presses Ctrl+C, as long as this lives; and shows the text of `state` while it works, on a terminal only.
class Watch {
public:
    Watch(std::function<QString()> state, std::function<void()> stop);
    ~Watch();
    Watch(const Watch &) = delete;
    Watch &operator=(const Watch &) = delete;

private:
    void look();

    std::function<QString()> m_state;
    std::function<void()> m_stop;
    QTimer m_timer;
    bool m_shows = false;
};

} // namespace dealdesk
