#include "services/import/capture.h"

#include "services/import/import_text.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QString lastSegment(const QString &endpoint)
{
    return endpoint.section(u'/', -1);
}

QJsonObject asRow(const QJsonValue &value)
{
    return value.isObject() ? value.toObject() : QJsonObject{{u"value"_s, value}};
}

} // namespace

QString Capture::problem(const QString &endpoint) const
{
    const QJsonValue answer = m_answers.value(endpoint);
    if (answer.isArray() || (answer.isObject() && answer.toObject().value(lastSegment(endpoint)).isArray()))
        return {};
    const QString error = answer.toObject().value("error"_L1).toString();
    return error.isEmpty() ? ImportText::tr("The prototype's answer is not a list.") : error;
}

QJsonArray Capture::list(const QString &endpoint) const
{
    const QJsonValue answer = m_answers.value(endpoint);
    return answer.isArray() ? answer.toArray() : answer.toObject().value(lastSegment(endpoint)).toArray();
}

QList<SourceRow> Capture::rows(const QString &endpoint, const QString &table, const QString &address) const
{
    QList<SourceRow> rows;
    const QJsonArray values = list(endpoint);
    for (qsizetype i = 0; i < values.size(); ++i) {
        QJsonObject json = asRow(values.at(i));
        const QString own = json.take(QLatin1StringView(kAddress)).toString();
        SourceRow row(table, own.isEmpty() ? u"%1/%2"_s.arg(address).arg(i + 1) : own, json);
        row.setContext(contextOf(row.address()));
        rows += row;
    }
    return rows;
}

QJsonObject Capture::contextOf(const QString &address) const
{
    return m_answers.value(QLatin1StringView(kContext)).toObject().value(address).toObject();
}

} // namespace dealdesk
