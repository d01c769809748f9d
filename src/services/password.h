#pragma once

#include "core/result.h"

#include <QCoroTask>
#include <QString>

namespace dealdesk {

/// What Argon2id may use. libsodium's "interactive" for people; tests take the least.
struct PasswordCost {
    unsigned long long operations;
    size_t memory; ///< bytes

    static PasswordCost interactive();
    static PasswordCost minimal();
};

/// The Argon2id verifier of a password, made on a worker thread: it takes tens of milliseconds by intent.
QCoro::Task<Result<QString>> hashPassword(QString password, PasswordCost cost);

/// Whether the password is the verifier's, on a worker thread. An empty verifier fits nothing, and takes as long as any other.
QCoro::Task<bool> verifyPassword(QString password, QString verifier);

} // namespace dealdesk
