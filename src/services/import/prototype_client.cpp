#include "services/import/prototype_client.h"

#include "services/import/capture.h"

#include <QCoroNetworkReply>
#include <QJsonDocument>
#include <QNetworkReply>

#include <vector>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// A reply tells its end from within, and what waited goes on from there: it must outlive its signal, and so must its manager.
struct DeleteLater {
    void operator()(QObject *object) const { object->deleteLater(); }
};

/// One reading of a prototype, shared by its parallel readers.
struct Reading {
    const std::unique_ptr<QNetworkAccessManager, DeleteLater> network{new QNetworkAccessManager};
    QUrl base;
    ReadingLimits limits;
    std::shared_ptr<ImportProgress> progress;
    QJsonObject answers;
    qint64 bytes = 0;
    QStringList waiting; ///< endpoints, the last is the next
    std::optional<Error> stop;

    [[nodiscard]] bool isOver() const { return stop.has_value() || progress->cancelRequested; }
};

QUrl apiAddress(QUrl address)
{
    QString path = address.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    if (!path.endsWith("/api"_L1))
        path += "/api"_L1;
    address.setPath(path + u'/');
    return address;
}

QNetworkRequest requestFor(const Reading &reading, const QString &endpoint)
{
    QNetworkRequest request(reading.base.resolved(QUrl(endpoint, QUrl::StrictMode)));
    request.setTransferTimeout(reading.limits.millisecondsPerAnswer);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    request.setMaximumRedirectsAllowed(3);
    request.setRawHeader("Accept", "application/json");
    return request;
}

// An answer that grows beyond its limit is cut off while it arrives.
void limit(QNetworkReply *reply, qint64 bytes)
{
    reply->setReadBufferSize(bytes + 1);
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply, bytes] {
        if (reply->bytesAvailable() > bytes)
            QMetaObject::invokeMethod(reply, &QNetworkReply::abort, Qt::QueuedConnection);
    });
}

QString describe(const QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return status >= 400 ? u"HTTP status %1"_s.arg(status) : reply.errorString();
}

Result<QJsonValue> jsonFrom(QNetworkReply &reply, Reading &reading)
{
    if (reply.error() != QNetworkReply::NoError)
        return failure(ErrorCode::NetworkUnreachable, describe(reply));
    const QByteArray body = reply.readAll();
    reading.bytes += body.size();
    if (reading.bytes > reading.limits.bytesInAll)
        return failure(ErrorCode::MalformedInput, u"too much in all"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (document.isNull())
        return failure(ErrorCode::MalformedInput, error.errorString());
    return document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
}

using SharedReading = std::shared_ptr<Reading>;

QCoro::Task<Result<QJsonValue>> get(SharedReading reading, QString endpoint)
{
    const std::unique_ptr<QNetworkReply, DeleteLater> reply(reading->network->get(requestFor(*reading, endpoint)));
    limit(reply.get(), reading->limits.bytesPerAnswer);
    co_await reply.get();
    co_return jsonFrom(*reply, *reading);
}

/// Takes endpoints off the list until there are none: several of these run at once.
QCoro::Task<> readWaiting(SharedReading reading)
{
    while (!reading->waiting.isEmpty() && !reading->isOver()) {
        const QString endpoint = reading->waiting.takeLast();
        auto task = get(reading, endpoint);
        const Result<QJsonValue> answer = co_await task;
        if (reading->bytes > reading->limits.bytesInAll)
            reading->stop = Error{
                ErrorCode::MalformedInput, u"the answers are larger than %1 bytes in all"_s.arg(reading->limits.bytesInAll), {}};
        reading->answers.insert(endpoint, answer ? *answer : QJsonValue(QJsonObject{{u"error"_s, answer.error().detail}}));
        ++reading->progress->done;
    }
}

QStringList endpointsOfDeals(const QJsonObject &answers)
{
    QStringList endpoints;
    const QJsonArray deals = Capture(answers).list(u"deals"_s);
    for (const QJsonValue &deal : deals) {
        const auto id = sourceInteger(deal["id"_L1]);
        if (!id)
            continue;
        for (const auto child : {"tiers"_L1, "approvals"_L1, "history"_L1, "comments"_L1})
            endpoints += u"deals/%1/%2"_s.arg(*id).arg(child);
    }
    return endpoints;
}

QCoro::Task<> readAll(SharedReading reading)
{
    std::vector<QCoro::Task<>> readers;
    for (int i = 0; i < reading->limits.requestsAtOnce; ++i)
        readers.push_back(readWaiting(reading));
    for (auto &reader : readers)
        co_await reader;
}

// What a version of the prototype does not have is no list of it.
void dropMissingLists(QJsonObject &answers)
{
    for (const auto *list : {"advertisers", "agencies", "admin/users", "deal-scoping-requests", "approval-departments"}) {
        const QString endpoint = QLatin1StringView(list);
        if (!answers.value(endpoint).isArray() && !Capture(answers).problem(endpoint).isEmpty())
            answers.remove(endpoint);
    }
}

} // namespace

QCoro::Task<Result<QJsonObject>> readPrototype(QUrl address, std::shared_ptr<ImportProgress> progress, ReadingLimits limits)
{
    const auto reading = std::make_shared<Reading>();
    reading->base = apiAddress(address);
    reading->limits = limits;
    reading->progress = progress;
    auto first = get(reading, u"deals"_s);
    const Result<QJsonValue> deals = co_await first;
    if (!deals)
        co_return failure(ErrorCode::NetworkUnreachable,
                          u"%1: %2"_s.arg(reading->base.toString(QUrl::RemoveUserInfo), deals.error().detail));
    reading->answers.insert("deals"_L1, *deals);
    if (const QString problem = Capture(reading->answers).problem(u"deals"_s); !problem.isEmpty())
        co_return failure(ErrorCode::MalformedInput, problem);
    reading->waiting = endpointsOfDeals(reading->answers)
        + QStringList{u"admin/users"_s, u"advertisers"_s, u"agencies"_s, u"deal-scoping-requests"_s, u"approval-departments"_s};
    progress->total = int(reading->waiting.size());
    auto all = readAll(reading);
    co_await all;
    if (progress->cancelRequested)
        co_return failure(ErrorCode::Cancelled);
    if (reading->stop)
        co_return failure(*reading->stop);
    dropMissingLists(reading->answers);
    co_return reading->answers;
}

} // namespace dealdesk
