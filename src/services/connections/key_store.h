#pragma once

#include "core/result.h"

#include <QCoroTask>

namespace dealdesk {

/// Passwords and tokens in the key store of the operating system (Windows Credential Manager, macOS Keychain, Secret Service, KWallet), and
/// nowhere else: where there is none, nothing is remembered. Windows takes at most 2,560 bytes per entry, so that long secrets are split
/// into several entries, everywhere alike.
class KeyStore {
public:
    explicit KeyStore(QString service = QStringLiteral("Deal Desk"));

    /// NotFound, or KeyStoreUnavailable. May wait for a person who unlocks the key store.
    QCoro::Task<Result<QString>> read(QString key) const;
    QCoro::Task<Status> write(QString key, QString secret) const;
    /// Fine when there is none.
    QCoro::Task<Status> remove(QString key) const;

    /// What a secret of a profile is kept under.
    static QString keyOf(const QString &profileId, const QString &username);

    static constexpr qsizetype kPartBytes = 1280;

private:
    QString m_service;
};

} // namespace dealdesk
