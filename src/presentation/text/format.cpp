#include "presentation/text/format.h"

#include "core/fixed_decimal.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {
struct Format {
    Q_DECLARE_TR_FUNCTIONS(Format)
};

constexpr QChar kMinus(0x2212);

QString noData()
{
    return Format::tr("no data");
}

QString dash()
{
    return QString(QChar(0x2013));
}

/// A count of 10^-places units in the user's locale; at least `keep` decimals, beyond that no trailing zeros.
QString localized(qint64 units, int places, int keep)
{
    const QString plain = formatFixedDecimal(qAbs(units), places);
    const qsizetype point = plain.indexOf(u'.');
    QString decimals = point < 0 ? QString() : plain.mid(point + 1);
    while (decimals.size() > keep && decimals.endsWith(u'0'))
        decimals.chop(1);
    const QLocale locale;
    QString text = locale.toString(plain.left(point < 0 ? plain.size() : point).toLongLong());
    if (!decimals.isEmpty())
        text += locale.decimalPoint() + decimals;
    return units < 0 ? kMinus + text : text;
}

/// Rounded half to even; a division by more than one always fits.
qint64 dividedBy(qint64 units, qint64 divisor)
{
    return multiplyAndDivide(units, 1, divisor).value_or(0);
}

/// Millionths as a percentage with at most `places` decimals.
QString percentText(Ratio ratio, int places)
{
    qint64 divisor = Ratio::kScale / 100;
    for (int i = 0; i < places; ++i)
        divisor /= 10;
    return Format::tr("%1 %").arg(localized(dividedBy(ratio.millionths(), divisor), places, 0));
}

struct Span {
    qint64 seconds;
    const char *pastOne;
    const char *pastMany;
    const char *futureOne;
    const char *futureMany;
};

constexpr std::array kSpans = {
    Span{86'400, QT_TRANSLATE_NOOP("Format", "yesterday"), QT_TRANSLATE_NOOP("Format", "%1 days ago"),
         QT_TRANSLATE_NOOP("Format", "tomorrow"), QT_TRANSLATE_NOOP("Format", "in %1 days")},
    Span{3'600, QT_TRANSLATE_NOOP("Format", "1 hour ago"), QT_TRANSLATE_NOOP("Format", "%1 hours ago"),
         QT_TRANSLATE_NOOP("Format", "in 1 hour"), QT_TRANSLATE_NOOP("Format", "in %1 hours")},
    Span{60, QT_TRANSLATE_NOOP("Format", "1 minute ago"), QT_TRANSLATE_NOOP("Format", "%1 minutes ago"),
         QT_TRANSLATE_NOOP("Format", "in 1 minute"), QT_TRANSLATE_NOOP("Format", "in %1 minutes")},
};

QString spanText(const Span &span, qint64 count, bool past)
{
    if (count == 1)
        return Format::tr(past ? span.pastOne : span.futureOne);
    return Format::tr(past ? span.pastMany : span.futureMany).arg(QLocale().toString(count));
}
} // namespace

QString formatAmount(Money amount)
{
    const bool whole = amount.cents() % 100 == 0;
    return localized(amount.cents(), 2, whole ? 0 : 2);
}

QString formatMoney(Money amount)
{
    return Format::tr("%1 USD").arg(formatAmount(amount));
}

QString formatMoney(const std::optional<Money> &amount)
{
    return amount ? formatMoney(*amount) : noData();
}

QString formatMoneyCompact(Money amount)
{
    struct Step {
        qint64 dollars;
        QString pattern;
    };
    const std::array steps = {Step{1'000'000'000, Format::tr("%1 B")}, Step{1'000'000, Format::tr("%1 M")},
                              Step{1'000, Format::tr("%1 K")}};
    for (const Step &step : steps) {
        if (qAbs(amount.cents()) >= step.dollars * 100)
            return step.pattern.arg(localized(dividedBy(amount.cents(), step.dollars * 10), 1, 0));
    }
    return localized(dividedBy(amount.cents(), 100), 0, 0);
}

QString formatPercent(const std::optional<Ratio> &ratio)
{
    return ratio ? percentText(*ratio, 2) : noData();
}

QString formatGrowth(const std::optional<Ratio> &ratio)
{
    if (!ratio)
        return noData();
    const QString text = percentText(*ratio, 1);
    return ratio->millionths() > 0 ? u'+' + text : text;
}

QString formatDate(QDate date)
{
    if (!date.isValid())
        return dash();
    const QLocale locale;
    QString format = locale.dateFormat(QLocale::ShortFormat);
    // Terms span centuries' ends and years are compared: two digits will not do.
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return locale.toString(date, format);
}

QString formatTime(QTime time)
{
    const QLocale locale;
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(":ss"_L1); // the C locale's short form has seconds
    return locale.toString(time, format);
}

QString formatInstant(const QString &isoUtc)
{
    const QDateTime instant = instantFrom(isoUtc);
    if (!instant.isValid())
        return dash();
    const QDateTime local = instant.toLocalTime();
    return Format::tr("%1 %2", "date and time").arg(formatDate(local.date()), formatTime(local.time()));
}

QString formatRelative(const QString &isoUtc, const QDateTime &now)
{
    const QDateTime instant = instantFrom(isoUtc);
    if (!instant.isValid())
        return dash();
    const qint64 seconds = instant.secsTo(now);
    for (const Span &span : kSpans) {
        const qint64 count = qAbs(seconds) / span.seconds;
        if (count >= 1)
            return spanText(span, count, seconds > 0);
    }
    return Format::tr("just now");
}

QDateTime instantFrom(const QString &isoUtc)
{
    QDateTime instant = QDateTime::fromString(isoUtc, Qt::ISODateWithMs);
    if (instant.isValid() && instant.timeSpec() == Qt::LocalTime)
        instant.setTimeSpec(Qt::UTC);
    return instant;
}

} // namespace dealdesk
