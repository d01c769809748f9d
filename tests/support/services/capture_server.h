#pragma once

#include <QHash>
#include <QJsonObject>
#include <QTcpServer>

namespace dealdesk::test {

/// Answers as the prototype's HTTP API would: GET /api/ENDPOINT with what the capture has for it, 404 for the rest. Misbehaves on request.
class CaptureServer : public QTcpServer {
    Q_OBJECT

public:
    explicit CaptureServer(QJsonObject capture, QObject *parent = nullptr);

    [[nodiscard]] QString address() const;
    /// The whole answer, header and all, for an endpoint instead of what the capture has; empty: never answers.
    void answerWith(const QString &endpoint, const QByteArray &answer) { m_odd.insert(endpoint, answer); }
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }
    [[nodiscard]] int requests() const { return m_requests; }

private:
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const QString &endpoint);

    QJsonObject m_capture;
    QHash<QString, QByteArray> m_odd;
    int m_atOnce = 0;
    int m_mostAtOnce = 0;
    int m_requests = 0;
};

} // namespace dealdesk::test
