#include "layer_rules.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLibraryInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

struct LayerRule {
    QString name;
    QStringList layers;      ///< that it may include, besides itself
    QStringList qtModules;   ///< that it may use, besides QtCore
    bool onlyValues = false; ///< neither IO nor threads nor a clock
};

const QList<LayerRule> &rules()
{
    constexpr bool onlyValues = true;
    static const QList<LayerRule> list = {
        {u"core"_s, {}, {}, onlyValues},
        {u"domain"_s, {u"core"_s}, {}, onlyValues},
        {u"data"_s, {u"core"_s}, {u"QtSql"_s}},
        {u"services"_s, {u"core"_s, u"domain"_s, u"data"_s}, {u"QtNetwork"_s, u"QtConcurrent"_s}},
        {u"presentation"_s, {u"core"_s, u"domain"_s, u"services"_s}, {u"QtConcurrent"_s}},
        {u"desktop"_s, {u"core"_s, u"domain"_s, u"services"_s, u"presentation"_s}, {u"QtGui"_s, u"QtWidgets"_s, u"QtSvg"_s}},
        {u"cli"_s, {u"core"_s, u"domain"_s, u"services"_s}, {}},
    };
    return list;
}

const LayerRule *ruleOf(const QString &path)
{
    for (const LayerRule &rule : rules()) {
        if (path.startsWith(u"src/%1/"_s.arg(rule.name)))
            return &rule;
    }
    return nullptr;
}

// The composition roots put the layers together, so they know the data layer too.
bool isCompositionRoot(const QString &path)
{
    return path == u"src/desktop/main.cpp" || path == u"src/cli/main.cpp";
}

bool isPlainValue(const QString &header)
{
    static const QRegularExpression values(QRegularExpression::anchoredPattern(
        u"QString\\w*|QLatin1\\w*|QChar|QByteArray\\w*|QList|QHash\\w*|QMap|QSet|QDate|QTime|QDateTime|QTimeZone|QJson\\w+|QLocale|"
        "QRegularExpression|QCoreApplication|QMetaType|QVariant|QUuid|QCryptographicHash|QtNumeric|QtGlobal|tl/expected\\.hpp|"
        "algorithm|array|cmath|compare|concepts|functional|iterator|limits|memory|numeric|optional|ranges|span|tuple|type_traits|"
        "utility|variant|vector"_s));
    return values.match(header).hasMatch();
}

QString problemWithSystemHeader(const LayerRule &rule, const QString &header)
{
    const QString module = qtModuleOf(header);
    if (!module.isEmpty() && module != u"QtCore" && !rule.qtModules.contains(module))
        return u"<%1> of %2 has no place in %3"_s.arg(header, module, rule.name);
    if ((header == u"sqlite3.h" || header == u"libpq-fe.h") && rule.name != u"data")
        return u"<%1> has no place in %2"_s.arg(header, rule.name);
    if (rule.onlyValues && !isPlainValue(header))
        return u"<%1> is more than a value, which has no place in %2"_s.arg(header, rule.name);
    return {};
}

QString problemWithOwnHeader(const LayerRule &rule, const QString &path, const QString &header)
{
    const bool isForm = header.section(u'/', -1).startsWith("ui_"_L1);
    if (header.endsWith(".moc"_L1) || (isForm && rule.name == u"desktop"))
        return {};
    const QString layer = header.section(u'/', 0, 0);
    if (!header.contains(u'/') || !layerNames().contains(layer))
        return u"\"%1\" is not included from the root of src"_s.arg(header);
    const bool allowed = layer == rule.name || rule.layers.contains(layer) || (layer == u"data" && isCompositionRoot(path));
    return allowed ? QString() : u"%1 may not include \"%2\""_s.arg(rule.name, header);
}

QString problemInLine(const LayerRule &rule, const QString &path, const QString &line)
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]"_s);
    static const QRegularExpression clock(u"\\bcurrent(?:Date|DateTime|DateTimeUtc|Time|MSecsSinceEpoch|SecsSinceEpoch)\\s*\\("_s);
    if (const auto match = include.match(line); match.hasMatch()) {
        const QString header = match.captured(2);
        return match.captured(1) == u"<" ? problemWithSystemHeader(rule, header) : problemWithOwnHeader(rule, path, header);
    }
    if (rule.onlyValues && clock.match(line).hasMatch())
        return u"%1 has no clock of its own"_s.arg(rule.name);
    return {};
}

// Folders with one module's headers each: include/QtGui, or lib/QtGui.framework/Headers on macOS.
QHash<QString, QString> moduleFolders()
{
    QHash<QString, QString> folders;
    const QDir headers(QLibraryInfo::path(QLibraryInfo::HeadersPath));
    for (const QFileInfo &folder : headers.entryInfoList({u"Qt*"_s}, QDir::Dirs))
        folders.insert(folder.fileName(), folder.filePath());
    const QDir libraries(QLibraryInfo::path(QLibraryInfo::LibrariesPath));
    for (const QFileInfo &framework : libraries.entryInfoList({u"Qt*.framework"_s}, QDir::Dirs))
        folders.insert(framework.completeBaseName(), framework.filePath() + "/Headers"_L1);
    return folders;
}

} // namespace

QStringList layerNames()
{
    QStringList names;
    for (const LayerRule &rule : rules())
        names += rule.name;
    return names;
}

QString qtModuleOf(const QString &header)
{
    static const QHash<QString, QString> folders = moduleFolders();
    if (const QString prefix = header.section(u'/', 0, 0); prefix != header)
        return folders.contains(prefix) ? prefix : QString();
    if (folders.contains(header))
        return header;
    for (auto it = folders.constBegin(); it != folders.constEnd(); ++it) {
        if (QFileInfo::exists(it.value() + u'/' + header))
            return it.key();
    }
    return {};
}

QStringList forbiddenIn(const QString &path, const QString &text)
{
    const LayerRule *rule = ruleOf(path);
    if (!rule)
        return {u"%1: no layer of docs/architecture.md"_s.arg(path)};
    QStringList found;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (const QString problem = problemInLine(*rule, path, lines.at(i)); !problem.isEmpty())
            found += u"%1:%2: %3"_s.arg(path).arg(i + 1).arg(problem);
    }
    return found;
}

} // namespace dealdesk::test
