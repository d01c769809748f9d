#include "presentation/admin/holiday_text.h"

#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QDate dayFrom(const QString &text)
{
    const QDate iso = QDate::fromString(text, Qt::ISODate);
    if (iso.isValid())
        return iso;
    const QLocale locale;
    const QDate withCentury = locale.toDate(
        text, locale.dateFormat(QLocale::ShortFormat).replace(QRegularExpression(u"\\by{2}\\b"_s), u"yyyy"_s));
    return withCentury.isValid() ? withCentury : locale.toDate(text, QLocale::ShortFormat);
}

} // namespace

HolidayText holidaysFromText(const QString &text)
{
    static const QRegularExpression parts(u"^\\s*([^\\s,;]+)[\\s,;]*(.*)$"_s);
    HolidayText read;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        const auto match = parts.match(line.trimmed());
        const QDate day = dayFrom(match.captured(1));
        if (day.isValid())
            read.holidays.append({day, match.captured(2).trimmed()});
        else
            read.unread.append(line.trimmed());
    }
    return read;
}

} // namespace dealdesk
