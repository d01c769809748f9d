#include "services/connections/key_store.h"

#include <QCoroSignal>
#include <QUuid>

#include <qt6keychain/keychain.h>
#include <spdlog/spdlog.h>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// "<mark>/<number of parts>\n" before the first part and "<mark>\n" before the others: the mark tells parts of one writing from leftovers.
struct Head {
    QByteArray mark;
    int parts = 0;
    QByteArray rest;
};

std::optional<Head> headOf(const QByteArray &entry)
{
    const qsizetype end = entry.indexOf('\n');
    const QList<QByteArray> fields = entry.left(end).split('/');
    if (end < 0 || fields.size() != 2 || fields.at(1).toInt() < 1)
        return std::nullopt;
    return Head{fields.at(0), fields.at(1).toInt(), entry.mid(end + 1)};
}

QString partKey(const QString &key, int part)
{
    return part == 0 ? key : u"%1/%2"_s.arg(key).arg(part);
}

Status statusOf(const QKeychain::Job &job)
{
    if (job.error() == QKeychain::NoError)
        return {};
    if (job.error() == QKeychain::EntryNotFound)
        return failure(ErrorCode::NotFound);
    spdlog::warn("the key store refused: error {}", int(job.error()));
    return failure(ErrorCode::KeyStoreUnavailable, job.errorString());
}

/// The job belongs to the caller: a coroutine looks at it after it ended.
QCoro::Task<Status> carryOut(QKeychain::Job *job, QString key)
{
    job->setAutoDelete(false);
    job->setInsecureFallback(false);
    job->setKey(key);
    job->start();
    co_await qCoro(job, &QKeychain::Job::finished);
    co_return statusOf(*job);
}

QCoro::Task<Result<QByteArray>> readEntry(QString service, QString key)
{
    QKeychain::ReadPasswordJob job(service);
    const auto task = carryOut(&job, key);
    const Status done = co_await task;
    if (!done)
        co_return failure(done.error());
    co_return job.binaryData();
}

QCoro::Task<Status> writeEntry(QString service, QString key, QByteArray data)
{
    QKeychain::WritePasswordJob job(service);
    job.setBinaryData(data);
    const auto task = carryOut(&job, key);
    co_return co_await task;
}

QCoro::Task<Status> removeEntry(QString service, QString key)
{
    QKeychain::DeletePasswordJob job(service);
    const auto task = carryOut(&job, key);
    const Status done = co_await task;
    if (!done && done.error().code == ErrorCode::NotFound)
        co_return Status{};
    co_return done;
}

} // namespace

KeyStore::KeyStore(QString service) : m_service(std::move(service)) {}

QString KeyStore::keyOf(const QString &profileId, const QString &username)
{
    return u"%1/%2"_s.arg(profileId, username);
}

QCoro::Task<Result<QString>> KeyStore::read(QString key) const
{
    const QString service = m_service;
    const auto first = readEntry(service, key);
    const auto entry = co_await first;
    if (!entry)
        co_return failure(entry.error());
    const auto head = headOf(*entry);
    if (!head)
        co_return failure(ErrorCode::NotFound);
    QByteArray secret = head->rest;
    for (int part = 1; part < head->parts; ++part) {
        const auto next = readEntry(service, partKey(key, part));
        const auto more = co_await next;
        if (!more)
            co_return failure(more.error());
        if (!more->startsWith(head->mark + '\n'))
            co_return failure(ErrorCode::NotFound);
        secret += more->mid(head->mark.size() + 1);
    }
    co_return QString::fromUtf8(secret);
}

QCoro::Task<Status> KeyStore::write(QString key, QString secret) const
{
    const QString service = m_service;
    const auto removing = remove(key);
    const Status removed = co_await removing;
    if (!removed)
        co_return removed;
    const QByteArray bytes = secret.toUtf8();
    const QByteArray mark = QUuid::createUuid().toRfc4122().left(4).toHex();
    const int parts = int(qMax<qsizetype>(1, (bytes.size() + kPartBytes - 1) / kPartBytes));
    for (int part = parts - 1; part >= 0; --part) { // the first one last: without it there is no secret
        const QByteArray head = part == 0 ? mark + '/' + QByteArray::number(parts) : mark;
        const auto task = writeEntry(service, partKey(key, part), head + '\n' + bytes.mid(part * kPartBytes, kPartBytes));
        const Status written = co_await task;
        if (!written)
            co_return written;
    }
    co_return Status{};
}

QCoro::Task<Status> KeyStore::remove(QString key) const
{
    const QString service = m_service;
    const auto reading = readEntry(service, key);
    const auto entry = co_await reading;
    if (!entry && entry.error().code == ErrorCode::NotFound)
        co_return Status{};
    if (!entry)
        co_return failure(entry.error());
    const auto head = headOf(*entry);
    for (int part = 0; part < (head ? head->parts : 1); ++part) {
        const auto task = removeEntry(service, partKey(key, part));
        const Status removed = co_await task;
        if (!removed)
            co_return removed;
    }
    co_return Status{};
}

} // namespace dealdesk
