#pragma once

#include <QtGlobal>

#ifdef Q_OS_UNIX
#include <clocale>
#include <locale.h>
#endif

namespace dealdesk {

/// While it lives, libraries speak English on this thread: libpq tells some failures by sentences only.
class EnglishMessages {
public:
#ifdef Q_OS_UNIX
    EnglishMessages() : m_english(newlocale(LC_MESSAGES_MASK, "C", locale_t(nullptr))), m_before(uselocale(m_english)) {}
    ~EnglishMessages()
    {
        uselocale(m_before);
        freelocale(m_english);
    }
#else
    EnglishMessages() = default;
#endif
    EnglishMessages(const EnglishMessages &) = delete;
    EnglishMessages &operator=(const EnglishMessages &) = delete;

#ifdef Q_OS_UNIX
private:
    locale_t m_english;
    locale_t m_before;
#endif
};

} // namespace dealdesk
