#include "sql/told_stories.h"
#include "support/data/sqlite_test_database.h"
#include "support/postgres/pg_test_database.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace dealdesk;
using namespace dealdesk::test;

namespace {

QStringList viewsOf(CommandFixture &f, bool isServer)
{
    return f.column(isServer ? u"SELECT viewname FROM pg_views WHERE schemaname = 'dealdesk' ORDER BY 1"_s
                             : u"SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY 1"_s);
}

/// One value in words that both have: JSON with its keys in order, any instant alike, since the stories take time.
QString plain(const Query &row, int column, const QString &name)
{
    static const QRegularExpression instant(u"\\b\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"_s);
    if (row.isNull(column))
        return u"∅"_s;
    QString text = row.text(column);
    if (name == u"password") // a server keeps it to itself
        return {};
    if (name.endsWith("_key"_L1)) // to sort by: NOCASE there, lower case here
        text = text.toLower();
    if ((name == u"tiers" || name == u"incentives") && !text.startsWith(u'[')) // SQLite puts the brackets round it afterwards
        text = u'[' + text + u']';
    const QJsonDocument json = QJsonDocument::fromJson(text.toUtf8());
    if (!json.isNull())
        text = QString::fromUtf8(json.toJson(QJsonDocument::Compact));
    return text.replace(instant, u"(instant)"_s);
}

QStringList rowsOf(CommandFixture &f, const QString &view)
{
    auto query = f.connection().prepare("SELECT * FROM "_L1 + view, view);
    if (!query || !query->exec())
        return {u"cannot be read"_s};
    const QStringList names = query->columnNames();
    QStringList order = names;
    order.sort();
    QStringList rows;
    while (query->next()) {
        QStringList values;
        for (const QString &name : order)
            values += name + u'=' + plain(*query, int(names.indexOf(name)), name);
        rows += values.join(u" | "_s);
    }
    rows.sort();
    return QStringList{order.join(u' ')} + rows;
}

} // namespace

/// The same stories, told to both databases, read the same in every view that both have.
class TestViewsAgree : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onEveryView_data();
    void onEveryView();
    void cleanupTestCase()
    {
        m_file.reset();
        m_server.reset();
    }

private:
    std::unique_ptr<CommandFixture> m_file;
    std::unique_ptr<CommandFixture> m_server;
};

void TestViewsAgree::initTestCase()
{
    m_server = std::make_unique<CommandFixture>(PgTestDatabase::copyOf(u"agreement"_s, CommandFixture::fill));
    m_file = std::make_unique<CommandFixture>(SqliteTestDatabase::copyOf(u"agreement"_s, CommandFixture::fill));
    tellStories(*m_server);
    tellStories(*m_file);
}

void TestViewsAgree::onEveryView_data()
{
    QTest::addColumn<QString>("view");
    const QStringList here = viewsOf(*m_file, false);
    const QStringList there = viewsOf(*m_server, true);
    int count = 0;
    for (const QString &view : here) {
        if (!there.contains(view))
            continue;
        QTest::newRow(qPrintable(view)) << view;
        ++count;
    }
    QVERIFY(count > 45);
}

void TestViewsAgree::onEveryView()
{
    QFETCH(QString, view);
    const QStringList here = rowsOf(*m_file, view);
    const QStringList there = rowsOf(*m_server, view);
    for (qsizetype i = 0; i < std::min(here.size(), there.size()); ++i)
        QCOMPARE(there.at(i), here.at(i));
    QCOMPARE(there.size(), here.size());
}

int main(int argc, char **argv)
{
    qputenv("DEALDESK_TEST_DATABASE", "postgresql"); // for passwords that a server takes; SQLite minds none
    QCoreApplication application(argc, argv);
    TestViewsAgree test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_views_agree.moc"
