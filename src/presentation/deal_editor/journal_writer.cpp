#include "presentation/deal_editor/journal_writer.h"

#include <QFuture>
#include <QtConcurrent>

namespace dealdesk {

JournalWriter::JournalWriter(std::shared_ptr<DraftJournal> journal, std::function<JournalEntry()> entry, QObject *parent)
    : QObject(parent), m_journal(std::move(journal)), m_entry(std::move(entry))
{
    m_thread.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &JournalWriter::startWriting);
}

JournalWriter::~JournalWriter()
{
    if (m_delay.isActive())
        startWriting();
    m_thread.waitForDone();
}

void JournalWriter::changed()
{
    if (!m_delay.isActive()) // not restarted: steady typing must not put it off
        m_delay.start();
}

void JournalWriter::writeNow()
{
    m_delay.stop();
    startWriting();
    m_thread.waitForDone();
}

void JournalWriter::forget()
{
    m_delay.stop();
    m_thread.start([journal = m_journal, key = m_entry().key] { journal->remove(key); });
}

void JournalWriter::startWriting()
{
    const auto write = [journal = m_journal, entry = m_entry()] { return journal->write(entry); };
    QtConcurrent::run(&m_thread, write).then(this, [this](const Status &status) {
        if (status)
            Q_EMIT written();
        else
            Q_EMIT failed(status.error());
    });
}

} // namespace dealdesk
