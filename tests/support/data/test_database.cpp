#include "support/data/test_database.h"

#ifdef DEALDESK_SERVER_TESTS
#include "support/postgres/pg_test_database.h"
#endif
#include "support/data/sqlite_test_database.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

bool isOnPostgresql()
{
    static const QString chosen = qEnvironmentVariable("DEALDESK_TEST_DATABASE", u"sqlite"_s);
    if (chosen != u"sqlite" && chosen != u"postgresql")
        qFatal("DEALDESK_TEST_DATABASE: \"%s\" is neither sqlite nor postgresql", qPrintable(chosen));
    return chosen == u"postgresql";
}

std::unique_ptr<TestDatabase> TestDatabase::copyOf(const QString &templateName, const Fill &fill)
{
#ifdef DEALDESK_SERVER_TESTS
    if (isOnPostgresql())
        return PgTestDatabase::copyOf(templateName, fill);
#endif
    return SqliteTestDatabase::copyOf(templateName, fill);
}

QString testVerifier()
{
    // of "correct horse"
    return isOnPostgresql()
        ? u"SCRAM-SHA-256$4096:ZGVhbCBkZXNrIHRlc3RzIQ==$31pY7OHB2k/zR5Uo6HPG8GdgCVRiDk9uHC0NsxXry8I=:J5UjJUTs/rutGu4snv7vvMUWCEYIiVgHThLMEWpvFmo="_s
        : u"verifier"_s;
}

} // namespace dealdesk::test
