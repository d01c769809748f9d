#include "services/import/source_values.h"

#include "domain/validation.h"
#include "services/import/import_text.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

bool isInteger(const QJsonValue &value)
{
    return value.isDouble() && value.toVariant().typeId() == QMetaType::LongLong;
}

// The shortest decimal that means the same double: 7502.4 and not 7502.39999999999964.
QString decimalText(const QJsonValue &value)
{
    if (isInteger(value))
        return QString::number(value.toInteger());
    return QString::number(value.toDouble(), 'f', QLocale::FloatingPointShortest);
}

std::optional<Money> roundedToCents(QStringView text)
{
    const qsizetype point = text.indexOf(u'.');
    if (point < 0 || text.size() - point <= 3)
        return std::nullopt;
    for (const QChar c : text.sliced(point + 1)) {
        if (!c.isDigit())
            return std::nullopt;
    }
    const auto cents = Money::fromDecimal(text.first(point + 3));
    if (!cents)
        return std::nullopt;
    const qint64 step = text[point + 3] >= u'5' ? (text.startsWith(u'-') ? -1 : 1) : 0;
    return Money::fromCents(cents->cents() + step);
}

QString withoutUsSeparators(const QString &text)
{
    static const QRegularExpression form(uR"(^-?\$?\d{1,3}(,\d{3})+(\.\d{1,2})?$|^-?\$\d+(\.\d{1,2})?$)"_s);
    return form.match(text).hasMatch() ? QString(text).remove(u',').remove(u'$') : QString();
}

QString numberText(const QJsonValue &value)
{
    return value.isDouble() ? decimalText(value) : value.toString().trimmed();
}

} // namespace

QString sourceText(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isDouble() ? decimalText(value) : value.toString();
}

SourceResult<Money> sourceMoney(const QJsonValue &value)
{
    const QString text = numberText(value);
    if (const auto exact = Money::fromDecimal(text))
        return SourceValue<Money>{*exact, {}};
    if (const auto rounded = roundedToCents(text))
        return SourceValue<Money>{*rounded, ImportText::tr("A fraction of a cent was rounded.")};
    const auto plain = Money::fromDecimal(withoutUsSeparators(text));
    return plain ? SourceResult<Money>({*plain, ImportText::tr("The amount was written with separators.")}) : std::nullopt;
}

SourceResult<Ratio> sourceMargin(const QJsonValue &value)
{
    QString text = numberText(value);
    const bool withSign = text.endsWith(u'%');
    if (withSign)
        text.chop(1);
    const auto number = Ratio::fromDecimal(text);
    if (!number)
        return std::nullopt;
    const Ratio one = Ratio::fromPercent(100);
    if (!withSign && *number >= Ratio() && *number <= one)
        return SourceValue<Ratio>{*number, {}};
    const bool isPercent = *number >= (withSign ? Ratio() : Ratio::fromPercent(200)) && *number <= Ratio::fromPercent(10'000);
    if (!isPercent || number->millionths() % 100 != 0)
        return std::nullopt;
    return SourceValue<Ratio>{Ratio::fromMillionths(number->millionths() / 100), ImportText::tr("The margin was written as a percentage.")};
}

SourceResult<QDate> sourceDate(const QJsonValue &value)
{
    const QString text = value.toString().trimmed();
    const auto repaired = [](QDate day, const QString &how) { return day.isValid() ? SourceResult<QDate>({day, how}) : std::nullopt; };
    if (text.size() == 10 && text.at(4) == u'-')
        return repaired(QDate::fromString(text, Qt::ISODate), {});
    static const QRegularExpression withTime(uR"(^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$)"_s);
    if (const auto match = withTime.match(text); match.hasMatch())
        return repaired(QDate::fromString(match.captured(1), Qt::ISODate), ImportText::tr("The date had a time of day."));
    static const QRegularExpression us(uR"(^\d{1,2}/\d{1,2}/\d{4}$)"_s);
    if (us.match(text).hasMatch())
        return repaired(QDate::fromString(text, u"M/d/yyyy"_s), ImportText::tr("The date was written in US style."));
    return std::nullopt;
}

SourceResult<QString> sourceInstant(const QJsonValue &value)
{
    const QString text = value.toString().trimmed();
    QDateTime instant = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!instant.isValid() || text.size() < 10)
        return std::nullopt;
    if (instant.timeSpec() == Qt::LocalTime) // no zone was given; a day alone is one too
        instant = QDateTime(instant.date(), instant.time(), Qt::UTC);
    const QString form = instantText(instant);
    return SourceValue<QString>{form, form == text ? QString() : ImportText::tr("The instant was written in another form.")};
}

std::optional<qint64> sourceInteger(const QJsonValue &value)
{
    const QString text = numberText(value);
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    return ok && !text.isEmpty() ? std::optional(number) : std::nullopt;
}

QString normalizedCode(const QString &text)
{
    QString code = text.simplified().toLower();
    return code.replace(u' ', u'_').replace(u'-', u'_');
}

QString withoutExtraSpaces(const QString &text)
{
    return text.simplified();
}

bool isEmailAddress(const QString &text)
{
    DealDraft draft;
    draft.email = text;
    const QList<Violation> violations = violationsOfSubmission(draft, {}, {});
    return !text.trimmed().isEmpty()
        && std::none_of(violations.begin(), violations.end(), [](const Violation &v) { return v.code == ViolationCode::NotAnEmail; });
}

QString instantText(const QDateTime &instant)
{
    return instant.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u'Z';
}

} // namespace dealdesk
