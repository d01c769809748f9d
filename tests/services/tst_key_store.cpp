#include "services/connections/key_store.h"

#include <QCoroTask>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace dealdesk;

namespace {

QString readOrCode(const KeyStore &store, const QString &key)
{
    const auto secret = QCoro::waitFor(store.read(key));
    return secret ? *secret : u"error %1"_s.arg(int(secret.error().code));
}

const QString kNotFound = u"error %1"_s.arg(int(ErrorCode::NotFound));

} // namespace

/// Against a real Secret Service (GNOME's keyring) on a session bus of its own, and without any.
class TestKeyStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhenThereIsNone();
    void keepsSecrets();
    void keepsLongSecrets();
    void forgets();
    void cleanupTestCase();

private:
    void startKeyring();

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    bool m_hasKeyring = false;
};

void TestKeyStore::initTestCase()
{
#ifdef Q_OS_LINUX
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
#else
    QSKIP("The key store of this system belongs to a person.");
#endif
}

void TestKeyStore::saysWhenThereIsNone()
{
    const KeyStore store(u"Deal Desk test"_s);
    const auto written = QCoro::waitFor(store.write(u"a/ann"_s, u"secret"_s));
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::KeyStoreUnavailable);
    const auto read = QCoro::waitFor(store.read(u"a/ann"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::KeyStoreUnavailable);
    startKeyring();
}

void TestKeyStore::startKeyring()
{
    if (QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty() || QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty())
        return;
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QVERIFY(m_bus.waitForStarted() && m_bus.waitForReadyRead());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto name : {"HOME"_L1, "XDG_DATA_HOME"_L1, "XDG_RUNTIME_DIR"_L1, "XDG_CONFIG_HOME"_L1})
        environment.insert(name, m_home.path());
    m_keyring.setProcessEnvironment(environment);
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    QVERIFY(m_keyring.waitForStarted());
    m_keyring.write("test");
    m_keyring.closeWriteChannel();
    const KeyStore store(u"Deal Desk test"_s);
    // it answers reads before it has a collection to write to
    m_hasKeyring = QTest::qWaitFor([&store] { return QCoro::waitFor(store.write(u"ready"_s, u"yes"_s)).has_value(); }, 10'000);
    if (!m_hasKeyring)
        qWarning("the keyring did not get ready");
}

void TestKeyStore::keepsSecrets()
{
    if (!m_hasKeyring)
        QSKIP("gnome-keyring-daemon or dbus-daemon is not installed, or did not get ready.");
    const KeyStore store(u"Deal Desk test"_s);
    const QString key = KeyStore::keyOf(u"office"_s, u"ann o'neil"_s);
    for (const QString &secret : {u"first"_s, u"pässwörd ✓\nline"_s, QString()}) {
        QVERIFY(QCoro::waitFor(store.write(key, secret)));
        QCOMPARE(readOrCode(store, key), secret);
    }
    QCOMPARE(readOrCode(store, KeyStore::keyOf(u"office"_s, u"bob"_s)), kNotFound);
    QCOMPARE(readOrCode(KeyStore(u"Another program"_s), key), kNotFound);
}

void TestKeyStore::keepsLongSecrets()
{
    if (!m_hasKeyring)
        QSKIP("gnome-keyring-daemon or dbus-daemon is not installed, or did not get ready.");
    const KeyStore store(u"Deal Desk test"_s);
    const qsizetype part = KeyStore::kPartBytes;
    for (const qsizetype length : {part - 1, part, part + 1, part * 2, part * 3 + 7, part + 2}) {
        QString token;
        for (qsizetype i = 0; i < length; ++i)
            token += QChar(char16_t(u'!' + i % 90));
        QVERIFY(QCoro::waitFor(store.write(u"lake/ann"_s, token)));
        QCOMPARE(readOrCode(store, u"lake/ann"_s), token);
    }
}

void TestKeyStore::forgets()
{
    if (!m_hasKeyring)
        QSKIP("gnome-keyring-daemon or dbus-daemon is not installed, or did not get ready.");
    const KeyStore store(u"Deal Desk test"_s);
    QVERIFY(QCoro::waitFor(store.write(u"gone/ann"_s, QString(3000, u'x'))));
    QVERIFY(QCoro::waitFor(store.remove(u"gone/ann"_s)));
    for (const auto &key : {u"gone/ann"_s, u"gone/ann/1"_s, u"gone/ann/2"_s})
        QCOMPARE(readOrCode(store, key), kNotFound);
    QVERIFY(QCoro::waitFor(store.remove(u"gone/ann"_s)));
}

void TestKeyStore::cleanupTestCase()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->kill();
        process->waitForFinished();
    }
}

QTEST_GUILESS_MAIN(TestKeyStore)
#include "tst_key_store.moc"
