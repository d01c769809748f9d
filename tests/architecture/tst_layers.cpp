#include "layer_rules.h"

#include "support/test_paths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace dealdesk::test;
using namespace Qt::StringLiterals;

class TestLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsQtsModules();
    void seesViolations_data();
    void seesViolations();
    void everyFolderIsALayer();
    void sourcesKeepToTheirLayer_data();
    void sourcesKeepToTheirLayer();
};

void TestLayers::knowsQtsModules()
{
    QCOMPARE(qtModuleOf(u"QString"_s), u"QtCore"_s);
    QCOMPARE(qtModuleOf(u"QColor"_s), u"QtGui"_s);
    QCOMPARE(qtModuleOf(u"QtWidgets/QWidget"_s), u"QtWidgets"_s);
    QCOMPARE(qtModuleOf(u"QtSql"_s), u"QtSql"_s);
    QCOMPARE(qtModuleOf(u"optional"_s), QString());
    QCOMPARE(qtModuleOf(u"spdlog/spdlog.h"_s), QString());
}

// The scanner itself: what must be found, and where; empty for what is allowed.
void TestLayers::seesViolations_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("place"); // the beginning of the only finding

    const auto row = [](const char *name, const char *path, const char *text, const char *place) {
        QTest::newRow(name) << QString::fromUtf8(path) << QString::fromUtf8(text) << QString::fromUtf8(place);
    };
    row("core on values", "src/core/a.h", "#pragma once\n#include <QString>\n#include <tl/expected.hpp>\n#include \"core/b.h\"\n", "");
    row("core on domain", "src/core/a.h", "#pragma once\n\n#include \"domain/values.h\"\n", "src/core/a.h:3: ");
    row("core on files", "src/core/a.cpp", "#include <QFile>\n", "src/core/a.cpp:1: ");
    row("domain on streams", "src/domain/a.cpp", "#include <fstream>\n", "src/domain/a.cpp:1: ");
    row("domain on the clock", "src/domain/a.cpp", "void f()\n{\n    g(QDate::currentDate());\n}\n", "src/domain/a.cpp:3: ");
    row("domain on data", "src/domain/a.cpp", "#include \"data/query.h\"\n", "src/domain/a.cpp:1: ");
    row("domain on all of Qt Core", "src/domain/a.cpp", "#include <QtCore/QtCore>\n", "src/domain/a.cpp:1: ");
    row("data on SQL", "src/data/a.cpp", "#include <QSqlQuery>\n#include <sqlite3.h>\n#include <QFile>\n", "");
    row("data on domain", "src/data/a.cpp", "#include \"domain/values.h\"\n", "src/data/a.cpp:1: ");
    row("services on data", "src/services/a.cpp", "#include \"data/query.h\"\n#include <QCoroTask>\n#include <QNetworkReply>\n", "");
    row("services on SQL", "src/services/a.cpp", "# include <QSqlQuery>\n", "src/services/a.cpp:1: ");
    row("services on presentation", "src/services/a.cpp", "#include \"presentation/text/format.h\"\n", "src/services/a.cpp:1: ");
    row("presentation on a clock", "src/presentation/x/a.cpp", "#include <QTimer>\nQDate d = QDate::currentDate();\n", "");
    row("presentation on Gui", "src/presentation/x/a.cpp", "#include <QObject>\n  #include <QUndoStack>\n", "src/presentation/x/a.cpp:2: ");
    row("presentation on Widgets", "src/presentation/x/a.h", "#include <QtWidgets>\n", "src/presentation/x/a.h:1: ");
    row("presentation on SQL", "src/presentation/x/a.h", "#include <QtSql/QSqlError>\n", "src/presentation/x/a.h:1: ");
    row("presentation on data", "src/presentation/x/a.h", "#include \"data/query.h\"\n", "src/presentation/x/a.h:1: ");
    row("desktop on its forms", "src/desktop/x/a.cpp", "#include \"x/ui_a.h\"\n#include <QWidget>\n#include \"a.moc\"\n", "");
    row("desktop on SQL", "src/desktop/x/a.cpp", "#include <QSqlDatabase>\n", "src/desktop/x/a.cpp:1: ");
    row("desktop on data", "src/desktop/x/a.cpp", "#include \"data/query.h\"\n", "src/desktop/x/a.cpp:1: ");
    row("desktop's root on data", "src/desktop/main.cpp", "#include \"data/query.h\"\n", "");
    row("desktop on a neighbour", "src/desktop/x/a.cpp", "#include \"b.h\"\n", "src/desktop/x/a.cpp:1: ");
    row("presentation on a form", "src/presentation/x/a.cpp", "#include \"x/ui_a.h\"\n", "src/presentation/x/a.cpp:1: ");
    row("desktop upwards", "src/desktop/x/a.cpp", "#include \"../y/b.h\"\n", "src/desktop/x/a.cpp:1: ");
    row("cli on desktop", "src/cli/main.cpp", "#include \"desktop/theme/colors.h\"\n", "src/cli/main.cpp:1: ");
    row("cli on presentation", "src/cli/main.cpp", "#include \"presentation/text/format.h\"\n", "src/cli/main.cpp:1: ");
    row("nobody's file", "src/misc/a.cpp", "", "src/misc/a.cpp: ");
    row("a comment", "src/core/a.cpp", "// #include <QFile>\n", "");
}

void TestLayers::seesViolations()
{
    QFETCH(const QString, path);
    QFETCH(const QString, text);
    QFETCH(const QString, place);
    const QStringList found = forbiddenIn(path, text);
    QCOMPARE(found.size(), place.isEmpty() ? 0 : 1);
    QCOMPARE(found.value(0).left(place.size()), place);
}

void TestLayers::everyFolderIsALayer()
{
    QStringList folders = QDir(sourcePath(u"src"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QStringList layers = layerNames();
    folders.sort();
    layers.sort();
    QCOMPARE(folders, layers);
}

void TestLayers::sourcesKeepToTheirLayer_data()
{
    QTest::addColumn<QString>("layer");
    for (const QString &layer : layerNames())
        QTest::newRow(qPrintable(layer)) << layer;
}

void TestLayers::sourcesKeepToTheirLayer()
{
    QFETCH(const QString, layer);
    const QDir root(sourcePath());
    QDirIterator files(root.filePath(u"src/"_s + layer), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    QStringList found;
    int count = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
        found += forbiddenIn(root.relativeFilePath(file.fileName()), QString::fromUtf8(file.readAll()));
        ++count;
    }
    QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    QVERIFY2(count > 0, "nothing was read");
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
