#pragma once

#include <QMutex>
#include <QString>

#include <memory>

namespace dealdesk {

/// The password or token of the person who is signed in: read by the database's thread at every reconnecting, replaced when the person
/// changes it. Lives in memory only.
class SharedSecret {
public:
    explicit SharedSecret(QString text = {}) : m_text(std::move(text)) {}
    [[nodiscard]] QString text() const
    {
        const QMutexLocker locked(&m_mutex);
        return m_text;
    }
    void setText(const QString &text)
    {
        const QMutexLocker locked(&m_mutex);
        m_text = text;
    }

private:
    mutable QMutex m_mutex;
    QString m_text;
};

} // namespace dealdesk
