#include "support/services/capture_server.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

CaptureServer::CaptureServer(QJsonObject capture, QObject *parent) : QTcpServer(parent), m_capture(std::move(capture))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    listen(QHostAddress::LocalHost);
}

QString CaptureServer::address() const
{
    return u"http://127.0.0.1:%1"_s.arg(serverPort());
}

void CaptureServer::serve(QTcpSocket *socket)
{
    if (!socket->peek(64 * 1024).contains("\r\n\r\n"))
        return;
    const QString target = QString::fromLatin1(socket->readAll().split(' ').value(1));
    ++m_requests;
    m_mostAtOnce = qMax(m_mostAtOnce, ++m_atOnce);
    // An answer takes a while, so that requests sent side by side are seen side by side.
    QTimer::singleShot(5, socket, [this, socket, target] {
        --m_atOnce;
        answer(socket, target.startsWith("/api/"_L1) ? target.sliced(5) : QString());
    });
}

void CaptureServer::answer(QTcpSocket *socket, const QString &endpoint)
{
    if (const auto odd = m_odd.constFind(endpoint); odd != m_odd.constEnd()) {
        if (odd->isEmpty())
            return;
        socket->write(*odd);
        socket->disconnectFromHost();
        return;
    }
    const QJsonValue value = m_capture.value(endpoint);
    const QByteArray body = value.isArray() ? QJsonDocument(value.toArray()).toJson() : QJsonDocument(value.toObject()).toJson();
    const QByteArray status = value.isUndefined() ? "404 Not Found" : "200 OK";
    socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
                  + "\r\n\r\n" + body);
}

} // namespace dealdesk::test
