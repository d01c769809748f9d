#include "services/error_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::Error)

public:
    static QString refusal(const Error &error);
    static QString database(const Error &error);
    static QString server(const Error &error);
    static QString tls(const Error &error);
    static QString token(const Error &error);
    static QString file(const Error &error);
    static QString invalid(const Error &error);
    static QString duplicate(const Error &error);
    static QString inactive(const Error &error);
    static QString lost(const Error &error);
    static QString unsent(const Error &error);
    static QString corrupt(const Error &error);
    static QString unsafePlace(const Error &error);
};

QString textIn(const Error &error, QLatin1StringView key)
{
    return error.data.value(key).toString();
}

QString Sentences::invalid(const Error &error)
{
    if (textIn(error, "field"_L1) == "password"_L1)
        return tr("The password is too short. Use at least %n characters.", nullptr, error.data.value("minimum"_L1).toInt());
    if (textIn(error, "field"_L1) == "username"_L1)
        return tr("The server has a login of this name that is more than a person's, or takes no such name. Choose another one.");
    if (textIn(error, "field"_L1) == "login"_L1)
        return tr("The program may not make logins on this server. Have the login made there first, then save the person again.");
    return tr("The database does not accept these values. Check the amounts, dates and names, and try again.");
}

QString Sentences::duplicate(const Error &error)
{
    const QString column = textIn(error, "column"_L1);
    if (column == "username"_L1)
        return tr("This user name is taken already. Choose another one.");
    if (column == "email"_L1)
        return tr("This e-mail address belongs to somebody else already. Check it.");
    return tr("This name is taken already. Choose another one.");
}

QString Sentences::inactive(const Error &error)
{
    const QString login = textIn(error, "login"_L1);
    if (!login.isEmpty())
        return tr("The server knows the login “%1”, but nobody who is active in Deal Desk has it. Ask an administrator.").arg(login);
    return tr("This account is switched off. Ask an administrator to switch it on again.");
}

QString Sentences::refusal(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Forbidden:
        if (textIn(error, "field"_L1) == "password"_L1)
            return tr("This login was not made by Deal Desk, so its password is changed where it was made.");
        return tr("You may not do this. Somebody with the right role or department can.");
    case ErrorCode::SeparationOfDuties: return tr("You wrote this deal or have decided on it already, so somebody else must decide.");
    case ErrorCode::Stale:
        return tr("Somebody changed this in the meantime, so nothing was written. Look at what changed, then try again.");
    case ErrorCode::NotFound:
        if (const QString name = textIn(error, "connection"_L1); !name.isEmpty())
            return tr("There is no connection called “%1” on this machine. Choose another one.").arg(name);
        return tr("This is not there (any more), or you may not see it yet.");
    case ErrorCode::NotEditable: return tr("This deal cannot be edited in its present state.");
    case ErrorCode::IllegalTransition:
        return tr("The deal's present status does not allow this step. It may have moved on: look at it again.");
    case ErrorCode::AlreadyDecided:
        return textIn(error, "by"_L1).isEmpty()
            ? tr("This was decided already, so your decision was not written.")
            : tr("%1 has decided this already, so your decision was not written.").arg(textIn(error, "by"_L1));
    case ErrorCode::RoutingChanged: return tr("The approval path changed while you were writing. Look at the new path, then submit again.");
    case ErrorCode::Incomplete: return tr("The deal is not complete yet. Fill in what the list of problems names, then submit again.");
    case ErrorCode::ReasonRequired: return tr("A reason is needed for this step. Write one and try again.");
    case ErrorCode::CommandReused:
        return tr("This step was sent before with other contents, so nothing was written. Reload and try again.");
    case ErrorCode::Invalid: return invalid(error);
    case ErrorCode::Duplicate: return duplicate(error);
    case ErrorCode::BadCredentials: return tr("User name and password do not fit. Check both and try again.");
    case ErrorCode::AccountInactive: return inactive(error);
    default: return {};
    }
}

QString Sentences::corrupt(const Error &error)
{
    const QString backup = textIn(error, "backup"_L1);
    if (!backup.isEmpty())
        return tr("The database file is damaged. Close Deal Desk on every machine, keep a copy of the file, and put the newest backup in "
                  "its place: %1")
            .arg(backup);
    return tr("This file is damaged or is not a Deal Desk database. Choose another file, or put a backup in its place.");
}

QString Sentences::unsafePlace(const Error &error)
{
    if (textIn(error, "kind"_L1) == "network"_L1)
        return tr(
            "The database must not lie on a network drive: two people writing there would damage it. Choose a folder on this machine.");
    return tr("The database must not lie in a folder that a program synchronises (OneDrive, Dropbox, Google Drive, iCloud, Nextcloud): "
              "copies made while "
              "you work would damage it. Choose another folder on this machine.");
}

QString Sentences::database(const Error &error)
{
    switch (error.code) {
    case ErrorCode::DatabaseBusy: return tr("The database is busy with somebody else's work. Nothing was written; try again in a moment.");
    case ErrorCode::DatabaseUnavailable:
        return tr("The database cannot be reached. Check that its file is there and that you may write to it.");
    case ErrorCode::DatabaseCorrupt: return corrupt(error);
    case ErrorCode::DatabaseTooNew:
        return tr("This database was made by a newer Deal Desk (version %1 of its schema; this program knows %2). Update Deal Desk, or "
                  "choose another database.")
            .arg(textIn(error, "found"_L1), textIn(error, "supported"_L1));
    case ErrorCode::DatabaseTooOld:
        return tr("This database must be brought up to date first. Open it with Deal Desk, or run dealdeskctl migrate.");
    case ErrorCode::NetworkFileSystem: return unsafePlace(error);
    case ErrorCode::DiskFull: return tr("The disk is full, so nothing was written. Make room and try again.");
    default: return {};
    }
}

QString Sentences::tls(const Error &error)
{
    const QString reason = textIn(error, "reason"_L1);
    if (reason == "none"_L1)
        return tr("The server does not offer an encrypted connection, so nothing was sent. Ask IT to switch TLS on there.");
    if (reason == "host_name"_L1)
        return tr("The server's certificate is for another name, so nothing was sent. Check the host name in the connection.");
    if (reason == "expired"_L1)
        return tr("The server's certificate has expired, so nothing was sent. Ask IT to renew it.");
    return tr("The server's certificate is not from an authority that this connection trusts, so nothing was sent. Check the root "
              "certificate in the connection.");
}

QString Sentences::token(const Error &error)
{
    const QString reason = textIn(error, "reason"_L1);
    if (reason == "not_found"_L1)
        return tr("The token command of this connection is not on this machine. Correct it in the connection, or install the program.");
    if (reason == "timeout"_L1)
        return tr("The token command did not end in time. Run it in a terminal to see what it waits for, then try again.");
    if (reason == "empty"_L1)
        return tr("The token command ended without printing a token. Run it in a terminal to see what it prints.");
    const QString text = textIn(error, "text"_L1);
    return text.isEmpty() ? tr("The token command failed. Run it in a terminal to see why, then try again.")
                          : tr("The token command failed and said: %1. Run it in a terminal, then try again.").arg(text);
}

QString Sentences::lost(const Error &error)
{
    if (error.data.value("left"_L1).toBool())
        return tr("The connection broke before the answer came. Whether this was saved is found out, and told, when you sign in again.");
    return tr("The connection broke. Deal Desk connects again by itself; try again in a moment.");
}

/// The note of what is about to be sent could not be kept.
QString Sentences::unsent(const Error &error)
{
    if (error.code == ErrorCode::DiskFull)
        return tr("This computer's disk is full, so nothing was sent. Make room and try again.");
    return tr("Deal Desk could not note on this computer what it was about to send, so nothing was sent. Check the permissions of its "
              "folder, and try again.");
}

QString Sentences::server(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ServerUnreachable:
        return tr("The database server does not answer. Check the network or VPN, and the host and port in the connection.");
    case ErrorCode::TlsRefused: return tls(error);
    case ErrorCode::AccessDenied:
        return tr("The server does not let this login in. Check user name and password; if they are right, ask an administrator.");
    case ErrorCode::ConnectionLost: return lost(error);
    case ErrorCode::Maintenance:
        return textIn(error, "text"_L1).isEmpty()
            ? tr("The database is closed for maintenance. What you typed is kept; try again later.")
            : tr("The database is closed for maintenance: %1. What you typed is kept.").arg(textIn(error, "text"_L1));
    case ErrorCode::ClientTooOld: return tr("This Deal Desk is too old for the database. Update it; what you typed is kept.");
    case ErrorCode::ClientTooNew: return tr("This Deal Desk is newer than the database. Ask an administrator to run dealdeskctl migrate.");
    case ErrorCode::TokenUnavailable: return token(error);
    case ErrorCode::KeyStoreUnavailable:
        return tr("This machine offers no safe place for passwords, or did not open it, so the password is not remembered.");
    default: return {};
    }
}

QString Sentences::file(const Error &error)
{
    switch (error.code) {
    case ErrorCode::FileUnreadable: return tr("The file cannot be read. Check that it is there and that you may open it.");
    case ErrorCode::FileNotWritable:
        return tr("The file cannot be written. Check the folder's permissions and its free space, or choose another place.");
    case ErrorCode::MalformedInput: return tr("The file's content is not what was expected. Check that it is the right file.");
    case ErrorCode::NetworkUnreachable: return tr("The address cannot be reached. Check it and your network, then try again.");
    case ErrorCode::Cancelled: return tr("Stopped; nothing more was done.");
    case ErrorCode::Internal:
        return tr("Something went wrong inside Deal Desk. What you typed is kept; the log has the details for support.");
    default: return {};
    }
}

} // namespace

QString sentenceFor(const Error &error)
{
    if (error.data.value("unsent"_L1).toBool())
        return Sentences::unsent(error);
    for (const auto &table : {&Sentences::refusal, &Sentences::database, &Sentences::server, &Sentences::file}) {
        if (const QString sentence = table(error); !sentence.isEmpty())
            return sentence;
    }
    return Sentences::file({ErrorCode::Internal, {}, {}});
}

} // namespace dealdesk
