#include "data/postgres/pg_values.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// Of the server's built-in types (catalog/pg_type.dat); they never change.
enum PgType : Oid {
    Flag = 16,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    ObjectId = 26,
    Float4 = 700,
    Float8 = 701,
    Instant = 1184,
    Numeric = 1700,
    TransactionId = 5069
};

QByteArray wireText(const QVariant &value)
{
    if (value.typeId() == QMetaType::Bool)
        return value.toBool() ? "1" : "0";
    return value.toString().toUtf8();
}

QString rawText(const PGresult *result, int row, int column)
{
    return QString::fromUtf8(PQgetvalue(result, row, column), PQgetlength(result, row, column));
}

bool isTrue(const PGresult *result, int row, int column)
{
    return *PQgetvalue(result, row, column) == 't';
}

} // namespace

Result<std::vector<PgValue>> pgValues(const QVariantList &values)
{
    std::vector<PgValue> wire;
    wire.reserve(size_t(values.size()));
    for (const QVariant &value : values) {
        if (value.isNull()) {
            wire.emplace_back();
            continue;
        }
        QByteArray text = wireText(value);
        if (text.contains('\0'))
            return failure(ErrorCode::Invalid, u"a text with a NUL"_s);
        wire.emplace_back(std::move(text));
    }
    return wire;
}

QString instantFromWire(const QString &text)
{
    constexpr qsizetype kSeconds = 19; // of "2026-03-01 12:00:00"
    constexpr qsizetype kMilliseconds = 3;
    const bool isUsual = text.size() > kSeconds && text.at(4) == u'-' && text.at(10) == u' ' && text.endsWith("+00"_L1);
    if (!isUsual)
        return text;
    QString fraction = text.mid(kSeconds, text.size() - kSeconds - 3).mid(1, kMilliseconds);
    fraction = fraction.leftJustified(kMilliseconds, u'0');
    return text.left(10) + u'T' + text.mid(11, 8) + u'.' + fraction + u'Z';
}

QString fieldText(const PGresult *result, int row, int column)
{
    switch (PQftype(result, column)) {
    case Flag: return PQgetisnull(result, row, column) ? QString() : isTrue(result, row, column) ? u"1"_s : u"0"_s;
    case Instant: return instantFromWire(rawText(result, row, column));
    default: return rawText(result, row, column);
    }
}

qint64 fieldInteger(const PGresult *result, int row, int column)
{
    if (PQftype(result, column) == Flag)
        return isTrue(result, row, column) ? 1 : 0;
    const QByteArray text = QByteArray::fromRawData(PQgetvalue(result, row, column), PQgetlength(result, row, column));
    bool isWhole = false;
    const qint64 whole = text.toLongLong(&isWhole);
    return isWhole ? whole : std::llround(text.toDouble());
}

QVariant fieldValue(const PGresult *result, int row, int column)
{
    if (PQgetisnull(result, row, column))
        return {};
    switch (PQftype(result, column)) {
    case Flag:
    case Int2:
    case Int4:
    case Int8:
    case ObjectId:
    case TransactionId: return fieldInteger(result, row, column);
    case Float4:
    case Float8: return rawText(result, row, column).toDouble();
    case Numeric: {
        bool isWhole = false; // sums of whole numbers are numeric on the server
        const QString text = rawText(result, row, column);
        const qint64 whole = text.toLongLong(&isWhole);
        return isWhole ? QVariant(whole) : QVariant(text);
    }
    default: return fieldText(result, row, column);
    }
}

} // namespace dealdesk
