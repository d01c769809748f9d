#include "support/postgres/pg_cluster.h"

#include <libpq-fe.h>

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QTcpServer>
#include <QThread>

#include <cerrno>
#include <csignal>
#include <cstdlib>

#include <sys/wait.h>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

constexpr int kSkipped = 77;
constexpr int kPatienceMs = 30'000;

const QString kFolder = QStringLiteral(POSTGRESQL_DIR); // the build folder's postgresql
const QString kTemplate = kFolder + "/template"_L1;

QByteArray quoted(const QString &argument)
{
    return "'" + QFile::encodeName(argument).replace("'", "'\\''") + "' ";
}

QByteArray clusterCommand(const QStringList &arguments)
{
    QByteArray command = quoted(QStringLiteral(CLUSTER_SCRIPT));
    for (const QString &argument : arguments)
        command += quoted(argument);
    return command;
}

void makeTemplate()
{
    const int status = std::system(clusterCommand({u"template"_s, kTemplate}).constData());
    if (WIFEXITED(status) && WEXITSTATUS(status) == kSkipped)
        std::exit(kSkipped);
    if (status != 0)
        qFatal("no template of a PostgreSQL cluster could be made");
}

/// For a server of the template, which is made when there is none.
quint16 freePort()
{
    makeTemplate();
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    return probe.serverPort();
}

} // namespace

PgCluster::PgCluster(const QStringList &settings) : m_port(freePort())
{
    const QString program = QFileInfo(QCoreApplication::applicationFilePath()).baseName();
    const QStringList serve{u"serve"_s, kTemplate, socketFolder(), u"%1/%2.log"_s.arg(kFolder, program), u"port=%1"_s.arg(m_port)};
    m_keeper = popen(clusterCommand(serve + settings).constData(), "we");
    waitUntilItAnswers();
}

PgCluster::~PgCluster()
{
    pclose(m_keeper);
}

PgCluster &PgCluster::shared()
{
    static PgCluster cluster;
    return cluster;
}

QString PgCluster::connectionText(const QString &database, const QString &user) const
{
    return u"host='%1' port=%2 dbname='%3' user='%4'"_s.arg(socketFolder(), QString::number(m_port), database, user);
}

QString PgCluster::certificate(const QString &name)
{
    return u"%1/%2.pem"_s.arg(kTemplate, name);
}

QStringList PgCluster::showing(const QString &certificate)
{
    return {u"ssl_cert_file=%1.pem"_s.arg(certificate), u"ssl_key_file=%1.key"_s.arg(certificate)};
}

void PgCluster::start()
{
    tellKeeper("start");
    waitUntilItAnswers();
}

void PgCluster::stop()
{
    endWith("stop");
}

void PgCluster::kill()
{
    endWith("kill");
}

void PgCluster::killSession(int processId)
{
    ::kill(processId, SIGKILL);
}

void PgCluster::tellKeeper(const char *verb)
{
    std::fprintf(m_keeper, "%s\n", verb);
    std::fflush(m_keeper);
}

void PgCluster::endWith(const char *verb)
{
    QFile pidFile(socketFolder() + "/data/postmaster.pid"_L1);
    const pid_t server = pidFile.open(QIODevice::ReadOnly) ? pidFile.readLine().trimmed().toInt() : 0;
    tellKeeper(verb);
    QDeadlineTimer patience(kPatienceMs);
    while (server != 0 && (::kill(server, 0) == 0 || errno == EPERM)) {
        if (patience.hasExpired())
            qFatal("the PostgreSQL server does not end");
        QThread::msleep(5);
    }
}

void PgCluster::waitUntilItAnswers()
{
    const QByteArray answering = connectionText(u"postgres"_s).toUtf8();
    QDeadlineTimer patience(kPatienceMs);
    for (int waited = 1; PQping(answering.constData()) != PQPING_OK; ++waited) {
        if (patience.hasExpired())
            qFatal("the PostgreSQL server does not start: see %s", qPrintable(kFolder));
        QThread::msleep(10);
        // After a kill, processes that hold the old server's memory can make a new one give up.
        if (waited % 50 == 0)
            tellKeeper("start");
    }
}

} // namespace dealdesk::test
