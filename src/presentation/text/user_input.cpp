#include "presentation/text/user_input.h"

#include "core/fixed_decimal.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// A number as typed, taken apart: the plain decimal without sign, and what stood around it.
struct TypedNumber {
    QString digits; ///< "1200.5"
    bool negative = false;
    int decimals = 0;
};

/// Without the invisible marks that right-to-left locales put beside signs.
QString trimmedInput(QStringView typed)
{
    QString text = typed.toString();
    text.removeIf([](QChar c) { return c.category() == QChar::Other_Format; });
    return text.trimmed();
}

bool isGroupSpace(QChar c)
{
    return c.isSpace() || c == u'\'' || c == QChar(0x2019);
}

/// "480,000" by groups of three: the digits alone, or nothing when the separators stand anywhere else.
std::optional<QString> withoutGroups(const QString &whole, QChar group)
{
    const QStringList parts = whole.split(group);
    for (qsizetype i = 1; i < parts.size(); ++i) {
        if (parts[i].size() != 3 || parts[0].isEmpty() || parts[0].size() > 3)
            return std::nullopt;
    }
    return parts.join(QString());
}

/// The plain decimal that `text` spells in the locale, else as a plain decimal already; nothing when it is neither.
std::optional<QString> plainDecimal(const QString &text, const QLocale &locale)
{
    QString ascii;
    bool spaced = false;
    for (const QChar c : text) {
        spaced = spaced || isGroupSpace(c);
        ascii += c.isDigit() ? QChar(u'0' + c.digitValue()) : (isGroupSpace(c) ? QChar(u' ') : c);
    }
    const QString point = locale.decimalPoint();
    const QString separator = locale.groupSeparator();
    const QChar group = spaced || separator.isEmpty() || isGroupSpace(separator[0]) ? QChar(u' ') : separator[0];

    const auto isPlain = [](const QString &candidate) {
        return !candidate.isEmpty() && candidate.count(u'.') <= 1
            && std::all_of(candidate.begin(), candidate.end(), [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); });
    };
    const auto at = ascii.indexOf(point);
    if (const auto whole = withoutGroups(at < 0 ? ascii : ascii.first(at), group)) {
        const QString fraction = at < 0 ? QString() : ascii.sliced(at + point.size());
        if (const QString plain = at < 0 ? *whole : *whole + u'.' + fraction; isPlain(plain))
            return plain;
    }
    return isPlain(ascii) ? std::optional(ascii) : std::nullopt;
}

std::optional<TypedNumber> typedNumber(QString text, const QLocale &locale)
{
    TypedNumber number;
    text = text.trimmed();
    if (text.startsWith(u'-') || text.startsWith(QChar(0x2212)) || text.startsWith(u'+')) {
        number.negative = text[0] != u'+';
        text = text.sliced(1).trimmed();
    }
    const auto plain = plainDecimal(text, locale);
    if (!plain || *plain == "."_L1)
        return std::nullopt;
    number.digits = *plain;
    const auto point = plain->indexOf(u'.');
    number.decimals = point < 0 ? 0 : int(plain->size() - point - 1);
    return number;
}

/// Takes the first of `endings` off that the text ends with; says which, or -1.
int takeEnding(QString &text, std::initializer_list<QLatin1StringView> endings)
{
    int index = 0;
    for (const QLatin1StringView ending : endings) {
        if (text.endsWith(ending, Qt::CaseInsensitive)) {
            text = text.chopped(ending.size()).trimmed();
            return index;
        }
        ++index;
    }
    return -1;
}

} // namespace

std::optional<Money> moneyFromInput(QStringView typed, const QLocale &locale)
{
    QString text = trimmedInput(typed);
    const bool bracketed = text.startsWith(u'(') && text.endsWith(u')');
    if (bracketed)
        text = text.sliced(1, text.size() - 2);
    text.remove(u'$');
    takeEnding(text, {"USD"_L1});
    if (text.startsWith("USD"_L1, Qt::CaseInsensitive))
        text = text.sliced(3);
    text = text.trimmed();

    static constexpr int kPowers[] = {3, 9, 9, 6};
    const int ending = takeEnding(text, {"k"_L1, "bn"_L1, "b"_L1, "m"_L1});
    const auto number = typedNumber(text, locale);
    if (!number || (ending < 0 && number->decimals > 2) || (bracketed && number->negative))
        return std::nullopt;
    const int power = ending < 0 ? 0 : kPowers[ending];
    const auto cents = parseFixedDecimal(number->digits, 2 + power, Money::kMaxCents);
    if (!cents)
        return std::nullopt;
    return Money::fromCents(number->negative || bracketed ? -*cents : *cents);
}

std::optional<Ratio> percentFromInput(QStringView typed, const QLocale &locale)
{
    QString text = trimmedInput(typed);
    const bool hasSign = takeEnding(text, {"%"_L1}) >= 0;
    const auto number = typedNumber(text, locale);
    if (!number)
        return std::nullopt;
    const bool belowOne = number->digits.startsWith(u'.') || number->digits.startsWith("0."_L1);
    const bool isFraction = !hasSign && number->decimals > 0 && belowOne;
    const auto millionths = parseFixedDecimal(number->digits, isFraction ? 6 : 4, 1'000'000 * Ratio::kScale);
    if (!millionths)
        return std::nullopt;
    return Ratio::fromMillionths(number->negative ? -*millionths : *millionths);
}

QDate dateFromInput(QStringView typed, const QLocale &locale)
{
    const QString text = typed.trimmed().toString();
    if (text.size() == 10 || (text.size() > 10 && (text[10] == u'T' || text[10] == u' '))) {
        if (const QDate date = QDate::fromString(text.first(10), Qt::ISODate); date.isValid())
            return date;
    }
    for (const auto kind : {QLocale::ShortFormat, QLocale::LongFormat}) {
        QString format = locale.dateFormat(kind);
        if (!format.contains("yyyy"_L1))
            format.replace("yy"_L1, "yyyy"_L1);
        if (const QDate date = locale.toDate(text, format); date.isValid())
            return date;
        const QDate date = locale.toDate(text, format.replace("yyyy"_L1, "yy"_L1));
        if (date.isValid())
            return date.year() < 2000 ? date.addYears(100) : date;
    }
    return {};
}

QString moneyForInput(Money amount, const QLocale &locale)
{
    const qint64 cents = qAbs(amount.cents());
    QString text = locale.toString(cents / 100);
    if (cents % 100 != 0)
        text += locale.decimalPoint() + locale.toString(cents % 100).rightJustified(2, locale.zeroDigit()[0]);
    return amount.isNegative() ? locale.negativeSign() + text : text;
}

QString percentForInput(Ratio ratio, const QLocale &locale)
{
    QString plain = formatFixedDecimal(ratio.millionths(), 4);
    while (plain.endsWith(u'0'))
        plain.chop(1);
    if (plain.endsWith(u'.'))
        plain.chop(1);
    return plain.replace("."_L1, locale.decimalPoint()) + u'%';
}

QString dateForInput(QDate date, const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    if (!format.contains("yyyy"_L1))
        format.replace("yy"_L1, "yyyy"_L1);
    return date.isValid() ? locale.toString(date, format) : QString();
}

} // namespace dealdesk
