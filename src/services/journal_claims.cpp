#include "services/journal_claims.h"

#include <QLockFile>
#include <QMutex>

#include <memory>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace dealdesk::journal_claims {

namespace {

QMutex &mutex()
{
    static QMutex shared;
    return shared;
}

std::unordered_map<QString, std::unique_ptr<QLockFile>> &claims()
{
    static std::unordered_map<QString, std::unique_ptr<QLockFile>> held;
    return held;
}

} // namespace

bool claim(const QString &journalFile)
{
    const QMutexLocker locker(&mutex());
    if (claims().contains(journalFile))
        return true;
    auto lock = std::make_unique<QLockFile>(journalFile + ".lock"_L1);
    lock->setStaleLockTime(0); // only by its process having ended, however long an editor stays open
    const bool locked = lock->tryLock(0);
    // Where no lock can be made at all, keeping what is typed comes first.
    if (!locked && lock->error() == QLockFile::LockFailedError)
        return false;
    claims().emplace(journalFile, std::move(lock));
    return true;
}

void giveUp(const QString &journalFile)
{
    const QMutexLocker locker(&mutex());
    claims().erase(journalFile);
}

} // namespace dealdesk::journal_claims
