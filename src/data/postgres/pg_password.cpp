#include "data/postgres/pg_password.h"

#include "data/postgres/pg_connection.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

Result<QString> scramVerifier(Connection &connection, const QString &login, const QString &password)
{
    PGconn *session = PgConnection::of(connection).link().handle();
    if (!session)
        return failure(ErrorCode::ServerUnreachable);
    char *verifier = PQencryptPasswordConn(session, password.toUtf8().constData(), login.toUtf8().constData(), "scram-sha-256");
    if (!verifier)
        return failure(ErrorCode::Internal, u"no verifier could be made of the password"_s);
    const QString text = QString::fromLatin1(verifier);
    PQfreemem(verifier);
    return text;
}

} // namespace dealdesk
