#include "data/resource_text.h"

#include <QFile>
#include <QHash>
#include <QMutex>

using namespace Qt::StringLiterals;

namespace dealdesk {

Result<QString> resourceText(const QString &path)
{
    static QMutex mutex;
    static QHash<QString, QString> texts;
    const QMutexLocker lock(&mutex);
    if (const auto known = texts.constFind(path); known != texts.constEnd())
        return *known;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal, u"no embedded file %1"_s.arg(path));
    return *texts.insert(path, QString::fromUtf8(file.readAll()).trimmed());
}

} // namespace dealdesk
