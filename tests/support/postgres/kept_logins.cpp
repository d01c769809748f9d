#include "support/postgres/kept_logins.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

using Login = QList<std::optional<QByteArray>>;

QHash<QByteArray, Login> &kept()
{
    static QHash<QByteArray, Login> logins;
    return logins;
}

/// Name, may sign in, verifier, is a person.
QList<Login> loginsOf(Psql &cluster)
{
    return cluster
        .must(u"SELECT rolname, rolcanlogin, rolpassword, pg_has_role(oid, 'dealdesk_user', 'MEMBER') FROM pg_authid "
              "WHERE NOT rolsuper AND rolname !~ '^(pg_|dealdesk_)'"_s)
        .rows;
}

} // namespace

void keepLogins(Psql cluster)
{
    for (const Login &login : loginsOf(cluster))
        kept().insert(*login[0], login);
}

bool restoreLogins(Psql cluster)
{
    bool changed = false;
    for (const Login &login : loginsOf(cluster)) {
        const QString name = QString::fromUtf8(*login[0]).replace(u'"', "\"\""_L1);
        const auto before = kept().constFind(*login[0]);
        if (before == kept().constEnd()) {
            cluster.must(u"DROP ROLE \"%1\""_s.arg(name));
        } else if (*before != login) {
            const QString password = before->at(2) ? u"'%1'"_s.arg(QString::fromUtf8(*before->at(2))) : u"NULL"_s;
            cluster.must(u"ALTER ROLE \"%1\" LOGIN PASSWORD %2; GRANT dealdesk_user TO \"%1\""_s.arg(name, password));
        } else {
            continue;
        }
        changed = true;
    }
    return changed;
}

} // namespace dealdesk::test
