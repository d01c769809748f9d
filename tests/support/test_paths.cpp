#include "support/test_paths.h"

using namespace Qt::StringLiterals;

namespace dealdesk::test {

QString dataPath(const QString &name)
{
    return QStringLiteral(TESTS_DIR) + "/data/"_L1 + name;
}

QString sharedDataPath(const QString &name)
{
    return qEnvironmentVariable("DEALDESK_SHARED_DATA", QStringLiteral(SOURCE_DIR) + "/../shared/data"_L1) + u'/' + name;
}

QString sourcePath(const QString &name)
{
    return QStringLiteral(SOURCE_DIR) + u'/' + name;
}

QString programPath(const QString &name)
{
#ifdef Q_OS_WIN
    return QStringLiteral(BIN_DIR) + u'/' + name + ".exe"_L1;
#else
    return QStringLiteral(BIN_DIR) + u'/' + name;
#endif
}

} // namespace dealdesk::test
