#include "services/password.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

#include <sodium.h>

#include <array>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// A verifier of nobody's password, of the interactive cost: for names that do not exist.
constexpr auto kNobody = "$argon2id$v=19$m=65536,t=2,p=1$wM+TgDigmfaHyulnprNXFw$YoBppfXcTBADoDWKz7IRpzo/gINq6g464WGDX54GPu8";

bool isReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

Result<QString> makeVerifier(const QString &password, PasswordCost cost)
{
    if (!isReady())
        return failure(ErrorCode::Internal, u"libsodium could not start"_s);
    QByteArray text = password.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> verifier{};
    const int made = crypto_pwhash_str(verifier.data(), text.constData(), static_cast<unsigned long long>(text.size()), cost.operations,
                                       cost.memory);
    sodium_memzero(text.data(), static_cast<size_t>(text.size()));
    if (made != 0)
        return failure(ErrorCode::Internal, u"not enough memory for Argon2id"_s);
    return QString::fromLatin1(verifier.data());
}

bool fits(const QString &password, const QString &verifier)
{
    if (!isReady())
        return false;
    QByteArray text = password.toUtf8();
    const QByteArray stored = verifier.isEmpty() ? QByteArray(kNobody) : verifier.toLatin1();
    const int verified = crypto_pwhash_str_verify(stored.constData(), text.constData(), static_cast<unsigned long long>(text.size()));
    sodium_memzero(text.data(), static_cast<size_t>(text.size()));
    return verified == 0 && !verifier.isEmpty();
}

} // namespace

PasswordCost PasswordCost::interactive()
{
    return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE};
}

PasswordCost PasswordCost::minimal()
{
    return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN};
}

QCoro::Task<Result<QString>> hashPassword(QString password, PasswordCost cost)
{
    auto future = QtConcurrent::run(makeVerifier, password, cost);
    co_return co_await future;
}

QCoro::Task<bool> verifyPassword(QString password, QString verifier)
{
    auto future = QtConcurrent::run(fits, password, verifier);
    co_return co_await future;
}

} // namespace dealdesk
