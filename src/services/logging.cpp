#include "services/logging.h"

#include <QDir>
#include <QStandardPaths>

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr size_t kFileBytes = 1024 * 1024;
constexpr size_t kFiles = 5;

/// The message with line breaks and other control characters escaped.
class EscapedMessage final : public spdlog::custom_flag_formatter {
public:
    void format(const spdlog::details::log_msg &message, const std::tm &, spdlog::memory_buf_t &target) override
    {
        for (const char c : message.payload) {
            if (c == '\n')
                append("\\n", target);
            else if (c == '\r')
                append("\\r", target);
            else
                target.push_back(static_cast<unsigned char>(c) < 0x20 ? ' ' : c);
        }
    }
    [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override { return spdlog::details::make_unique<EscapedMessage>(); }

private:
    static void append(std::string_view text, spdlog::memory_buf_t &target) { target.append(text.data(), text.data() + text.size()); }
};

std::unique_ptr<spdlog::formatter> lineFormat()
{
    auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
    formatter->add_flag<EscapedMessage>('*').set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %P %t %l %*");
    return formatter;
}

void logQtMessage(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    const auto level = type == QtDebugMsg             ? spdlog::level::debug
        : type == QtInfoMsg                           ? spdlog::level::info
        : type == QtFatalMsg || type == QtCriticalMsg ? spdlog::level::err
                                                      : spdlog::level::warn;
    spdlog::log(level, "Qt: {}", message.toStdString());
}

} // namespace

QString logFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/log"_L1;
}

void startLogging(const QString &folder)
{
    std::shared_ptr<spdlog::logger> logger;
    try {
        QDir().mkpath(folder);
        const QString file = folder + "/dealdesk.log"_L1;
        auto sink = std::make_shared<spdlog::sinks::rotating_file_sink_mt>(QDir::toNativeSeparators(file).toStdString(), kFileBytes,
                                                                           kFiles);
        logger = std::make_shared<spdlog::logger>("dealdesk", std::move(sink));
    } catch (const spdlog::spdlog_ex &exception) {
        logger = std::make_shared<spdlog::logger>("dealdesk", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        logger->warn("the log file cannot be written: {}", exception.what());
    }
    logger->set_formatter(lineFormat());
    logger->flush_on(spdlog::level::warn);
    spdlog::set_default_logger(std::move(logger));
    qInstallMessageHandler(logQtMessage);
}

} // namespace dealdesk
