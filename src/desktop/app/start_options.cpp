#include "desktop/app/start_options.h"

#include "presentation/connections/connection_list.h"
#include "services/data_folder.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct OptionText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::StartOptions)
};

constexpr int kUsageError = 2;

[[noreturn]] void refuse(const QString &sentence)
{
    std::fputs(qPrintable(sentence + u'\n'), stderr);
    std::exit(kUsageError);
}

QString databaseFrom(const QString &fileOrUrl)
{
    const auto profile = profileOf(fileOrUrl);
    if (!profile)
        refuse(profile.error().data.value("reason"_L1).toString());
    return profile->isServer() ? fileOrUrl : profile->filePath;
}

} // namespace

StartOptions startOptionsFrom(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(OptionText::tr("Commercial deals from draft to signature."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption database(u"database"_s,
                                      OptionText::tr("Open the database in FILE, or on a server: postgresql://HOST/DATABASE."),
                                      OptionText::tr("FILE|URL"));
    const QCommandLineOption connection(u"connect"_s, OptionText::tr("Use the connection NAME."), OptionText::tr("NAME"));
    const QCommandLineOption sample(u"sample"_s, OptionText::tr("Open a database with sample data; it is made at first use."));
    const QCommandLineOption theme(u"theme"_s, OptionText::tr("Use the theme light, dark or system, this time."), OptionText::tr("THEME"));
    const QCommandLineOption user(u"user"_s, OptionText::tr("Fill in NAME at sign-in."), OptionText::tr("NAME"));
    parser.addOptions({database, connection, sample, theme, user});
    if (!parser.parse(arguments))
        refuse(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp();
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (!parser.positionalArguments().isEmpty())
        refuse(OptionText::tr("Unexpected argument: %1").arg(parser.positionalArguments().constFirst()));

    StartOptions options;
    options.sample = parser.isSet(sample);
    options.username = parser.value(user);
    if (parser.isSet(database))
        options.database = databaseFrom(parser.value(database));
    options.connection = parser.value(connection);
    if (parser.isSet(theme)) {
        options.theme = fromCode<ThemeChoice>(parser.value(theme));
        if (!options.theme)
            refuse(OptionText::tr("Unknown theme: %1").arg(parser.value(theme)));
    }
    return options;
}

QString sampleDatabase()
{
    return inDataFolder(u"sample.db"_s);
}

} // namespace dealdesk
