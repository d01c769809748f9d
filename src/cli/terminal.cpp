#include "cli/terminal.h"

#include "cli/cli_text.h"
#include "services/error_text.h"

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>

#ifdef Q_OS_WIN
#include <io.h>
#include <qt_windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

namespace dealdesk {

namespace {

volatile std::sig_atomic_t g_interrupted = 0;

void noteInterrupt(int)
{
    g_interrupted = 1;
}

bool isTerminal(int descriptor)
{
#ifdef Q_OS_WIN
    return _isatty(descriptor) != 0;
#else
    return isatty(descriptor) != 0;
#endif
}

constexpr int kStandardInput = 0;
constexpr int kStandardError = 2;

/// The terminal without echo, as long as this lives.
class WithoutEcho {
public:
#ifdef Q_OS_WIN
    WithoutEcho()
    {
        GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &m_before);
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), m_before & ~DWORD(ENABLE_ECHO_INPUT));
    }
    ~WithoutEcho()
    {
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), m_before);
    }
#else
    WithoutEcho()
    {
        tcgetattr(kStandardInput, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(kStandardInput, TCSAFLUSH, &silent);
    }
    ~WithoutEcho()
    {
        tcsetattr(kStandardInput, TCSAFLUSH, &m_before);
    }
#endif
    WithoutEcho(const WithoutEcho &) = delete;
    WithoutEcho &operator=(const WithoutEcho &) = delete;

private:
#ifdef Q_OS_WIN
    DWORD m_before = 0;
#else
    termios m_before{};
#endif
};

std::optional<QString> readLine()
{
    std::string line;
    if (!std::getline(std::cin, line))
        return std::nullopt;
    if (!line.empty() && line.back() == '\r')
        line.pop_back();
    return QString::fromStdString(line);
}

} // namespace

void print(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stdout);
}

void printError(const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), stderr);
}

void printError(const Error &error)
{
    printError(sentenceFor(error));
    const bool namesThePlace = error.code == ErrorCode::MalformedInput || error.code == ErrorCode::FileUnreadable
        || error.code == ErrorCode::FileNotWritable || error.code == ErrorCode::NetworkUnreachable;
    if (namesThePlace && !error.detail.isEmpty())
        printError(u'(' + error.detail + u')');
}

std::optional<QString> readPassword(const QString &prompt, bool fromStdin)
{
    if (fromStdin || !isTerminal(kStandardInput))
        return readLine();
    std::fputs(qPrintable(prompt + u' '), stderr);
    const WithoutEcho silence;
    const auto line = readLine();
    std::fputs("\n", stderr);
    return line;
}

Watch::Watch(std::function<QString()> state, std::function<void()> stop)
    : m_state(std::move(state)), m_stop(std::move(stop)), m_shows(isTerminal(kStandardError))
{
    constexpr int lookEvery = 200;
    g_interrupted = 0;
    std::signal(SIGINT, noteInterrupt);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { look(); });
    m_timer.start(lookEvery);
}

Watch::~Watch()
{
    std::signal(SIGINT, SIG_DFL);
    if (m_shows)
        std::fputs("\r\033[K", stderr);
}

void Watch::look()
{
    if (g_interrupted != 0)
        m_stop();
    if (m_shows)
        std::fputs(qPrintable(u'\r' + m_state() + QStringLiteral("\033[K")), stderr);
}

} // namespace dealdesk
