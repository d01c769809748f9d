#include "services/import/capture_file.h"

#include "services/import/capture.h"
#include "services/import/quarantine_file.h"

#include <QFile>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// Some endpoint that a capture has; any other JSON file was taken for one by mistake.
bool looksLikeCapture(const QJsonObject &json)
{
    const Capture capture(json);
    constexpr std::array known{"deals"_L1, "advertisers"_L1, "agencies"_L1, "admin/users"_L1, "deal-scoping-requests"_L1};
    return std::any_of(known.begin(), known.end(), [&](QLatin1StringView endpoint) { return capture.problem(endpoint).isEmpty(); });
}

} // namespace

Result<QJsonObject> readCaptureFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, file.errorString());
    if (file.size() > kLargestCapture)
        return failure(ErrorCode::MalformedInput, u"the file is larger than %1 bytes"_s.arg(kLargestCapture));
    const QByteArray bytes = file.read(kLargestCapture + 1);
    if (file.error() != QFileDevice::NoError)
        return failure(ErrorCode::FileUnreadable, file.errorString());
    return readCapture(bytes);
}

Result<QJsonObject> readCapture(const QByteArray &bytes)
{
    if (bytes.size() > kLargestCapture)
        return failure(ErrorCode::MalformedInput, u"the file is larger than %1 bytes"_s.arg(kLargestCapture));
    if (looksLikeQuarantine(bytes))
        return readQuarantine(bytes);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull())
        return failure(ErrorCode::MalformedInput, u"at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    if (!looksLikeCapture(document.object()))
        return failure(ErrorCode::MalformedInput, u"the file has none of the lists that a capture of the prototype has"_s);
    return document.object();
}

} // namespace dealdesk
