#include "services/deal_query_builder.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kIndexedLength = 3; // deal_search knows the first three characters of each word

const QList<DealStatus> kUnderWay = {DealStatus::Submitted, DealStatus::UnderReview,      DealStatus::Negotiating,
                                     DealStatus::Approved,  DealStatus::ContractDrafting, DealStatus::ClientReview};

/// Collects conditions and their values in the order of the statement.
class Conditions {
public:
    void add(const QString &sql, const QVariantList &values = {})
    {
        m_parts.append(sql);
        m_values += values;
    }
    void add(const SqlText &text) { add(text.sql, text.values); }

    template<typename E>
    void addCodes(const QString &column, const QList<E> &wanted)
    {
        if (wanted.isEmpty())
            return;
        QVariantList codes;
        for (const E value : wanted)
            codes.append(QString(codeOf(value)));
        const QStringList marks(codes.size(), u"?"_s);
        add(u"%1 IN (%2)"_s.arg(column, marks.join(u", "_s)), codes);
    }

    [[nodiscard]] SqlText joined() const { return {m_parts.join(u" AND "_s), m_values}; }

private:
    QStringList m_parts;
    QVariantList m_values;
};

QString longestWord(const QString &text)
{
    static const QRegularExpression separators(u"[\\s\\-/&(_.]+"_s);
    QString longest;
    const QStringList words = text.split(separators, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        if (word.size() > longest.size())
            longest = word;
    }
    return longest;
}

/// The values for deal_search when a term has a word long enough for its index: the word's start, and the term.
std::optional<QVariantList> indexedWord(const QString &term)
{
    const QString word = longestWord(term);
    if (word.size() < kIndexedLength || term.startsWith("DEAL-"_L1, Qt::CaseInsensitive)
        || "DEAL-"_L1.startsWith(term, Qt::CaseInsensitive))
        return std::nullopt;
    return QVariantList{word.left(kIndexedLength), term};
}

/// That a word begins with the first value and the text has the second in it.
QString wordCondition(const QString &start, const QString &text, const SqlDialect &dialect)
{
    return u"%1 = %3 AND %2"_s.arg(start, dialect.contains(text, dialect.lower(u"?"_s)), dialect.lower(u"?"_s));
}

QString sortColumn(DealSort sort)
{
    switch (sort) {
    case DealSort::CreatedAt: return u"created_at"_s;
    case DealSort::UpdatedAt: return u"updated_at"_s;
    case DealSort::Name: return u"deal_name_key"_s;
    case DealSort::Client: return u"client_name_key"_s;
    case DealSort::TopRevenue: return u"top_revenue_key"_s; // deals without an amount come before all others
    case DealSort::Reference:                               // by year and number: DEAL-2026-1000 comes after DEAL-2026-999
        return u"reference_key"_s;
    }
    return u"created_at"_s;
}

/// Which columns the database is kept from finding rows by their index.
enum class Shield { None, Ids, ColumnsAndIds };

SqlText shieldedCondition(const DealFilter &filter, const Actor &actor, const SqlDialect &dialect, Shield shield)
{
    const auto column = [&](const QString &name) { return shield == Shield::ColumnsAndIds ? dialect.withoutIndex(name) : name; };
    const QString id = shield == Shield::None ? u"id"_s : dialect.withoutIndex(u"id"_s);
    Conditions conditions;
    conditions.add(visibleTo(actor, dialect));
    conditions.addCodes(column(u"status"_s), filter.statuses);
    conditions.addCodes(u"region"_s, filter.regions);
    conditions.addCodes(u"deal_type"_s, filter.types);
    conditions.addCodes(u"sales_channel"_s, filter.channels);
    conditions.addCodes(u"priority"_s, filter.priorities);
    if (filter.owner)
        conditions.add(column(u"owner_id"_s) + u" = ?"_s, {filter.owner->value()});
    if (!filter.text.trimmed().isEmpty())
        conditions.add(textCondition(filter.text, id, dialect));
    if (filter.createdFrom.isValid())
        conditions.add(u"created_at >= ?"_s, {startOf(filter.createdFrom)});
    if (filter.createdTo.isValid())
        conditions.add(u"created_at < ?"_s, {startOf(filter.createdTo.addDays(1))});
    if (filter.expiredOnly)
        conditions.add(column(u"is_expired"_s));
    if (filter.needsAttentionOnly) {
        conditions.add(u"flow_intelligence = 'needs_attention'"_s);
        conditions.addCodes(u"status"_s, kUnderWay); // the others never do: said again, since there is an index on it
    }
    return conditions.joined();
}

} // namespace

QString startOf(const QDate &day)
{
    return day.toString(Qt::ISODate) + "T00:00:00.000Z"_L1;
}

SqlText visibleTo(const Actor &actor, const SqlDialect &dialect)
{
    if (dialect.hidesRows() || actor.role == Role::Admin)
        return {dialect.always(), {}};
    return {u"(visible_since IS NOT NULL OR owner_id = ?)"_s, {actor.id.value()}};
}

SqlText textCondition(const QString &text, const QString &idColumn, const SqlDialect &dialect)
{
    static const QRegularExpression reference(u"^DEAL-[\\d-]+$"_s, QRegularExpression::CaseInsensitiveOption);
    const QString term = text.simplified();
    if ("DEAL-"_L1.startsWith(term, Qt::CaseInsensitive)) // so does every reference
        return {dialect.always(), {}};
    if (reference.match(term).hasMatch())
        return {u"(reference_number >= ? AND reference_number < ?)"_s, {term.toUpper(), QString(term.toUpper() + u'~')}};
    const QString word = longestWord(term);
    if (word.size() >= kIndexedLength)
        return {u"%1 IN (SELECT deal_id FROM deal_search WHERE %2)"_s.arg(idColumn, wordCondition(u"start"_s, u"text"_s, dialect)),
                {word.left(kIndexedLength), term}};
    const QString lowered = dialect.lower(u"?"_s);
    return {
        u"%1 IN (SELECT deal_id FROM deal_search WHERE start >= %2 AND start < %2 || %3)"_s.arg(idColumn, lowered, dialect.lastCharacter()),
        {word, word}};
}

int spreadLimit(const DealFilter &filter)
{
    return filter.text.trimmed().isEmpty() ? 10'000 : 2'000; // what a text finds is looked up row by row
}

std::optional<SqlText> dealSpreadStatement(const DealFilter &filter, const Actor &actor, const SqlDialect &dialect)
{
    if (dialect.knowsItsRows() || filter.isEmpty())
        return std::nullopt;
    const int limit = spreadLimit(filter);
    if (const auto word = indexedWord(filter.text.simplified()))
        return SqlText{
            u"SELECT count(*) FROM (SELECT 1 FROM deal_search WHERE %1 LIMIT ?)"_s.arg(wordCondition(u"start"_s, u"text"_s, dialect)),
            *word + QVariantList{limit}};
    const SqlText where = dealCondition(filter, actor, dialect);
    return SqlText{u"SELECT count(*) FROM (SELECT 1 FROM deal_list WHERE %1 LIMIT ?)"_s.arg(where.sql), where.values + QVariantList{limit}};
}

SqlText dealCondition(const DealFilter &filter, const Actor &actor, const SqlDialect &dialect)
{
    return shieldedCondition(filter, actor, dialect, Shield::None);
}

SqlText dealPageStatement(const DealPageRequest &request, const Actor &actor, const SqlDialect &dialect, Spread spread)
{
    // Of the filter's columns where the sorting leads, of the sorting's where the filter does.
    const bool isMany = spread == Spread::Many;
    const QString value = sortColumn(request.sort);
    const QString key = isMany ? value : dialect.withoutIndex(value);
    const QString id = isMany ? u"id"_s : dialect.withoutIndex(u"id"_s);
    Conditions conditions;
    conditions.add(shieldedCondition(request.filter, actor, dialect, isMany ? Shield::ColumnsAndIds : Shield::None));
    if (request.after)
        conditions.add(u"(%1, %2) %3 (?, ?)"_s.arg(key, id, request.descending ? u"<"_s : u">"_s),
                       {request.after->value, request.after->id.value()});
    const SqlText where = conditions.joined();
    const QString direction = request.descending ? u" DESC"_s : QString();
    // The number of rows is no parameter: a planner that does not know it expects to read a tenth of the table.
    const QString page = u"WHERE %1 ORDER BY %2%4, %3%4 LIMIT %5"_s.arg(where.sql, key, id, direction, QString::number(request.limit + 1));
    const QString columns =
        u"SELECT id, reference_number, deal_name, client_name, deal_type, sales_channel, deal_structure, region, priority, status, "
        "draft_type, owner_id, owner_name, top_revenue, term_start_date, term_end_date, revision_count, open_approvals, "
        "total_approvals, next_due, is_expired, flow_intelligence, version, created_at, updated_at, last_status_change, %1 FROM deal_list "_s
            .arg(value);
    if (dialect.knowsItsRows())
        return {columns + page, where.values};
    return {columns + u"WHERE id IN (SELECT id FROM deal_list %1) ORDER BY %2%3, id%3"_s.arg(page, value, direction), where.values};
}

SqlText dealCountStatement(const DealFilter &filter, const Actor &actor, const SqlDialect &dialect, Spread spread)
{
    const SqlText where = shieldedCondition(filter, actor, dialect, spread == Spread::Many ? Shield::Ids : Shield::None);
    return {u"SELECT count(*) FROM deal_list WHERE "_s + where.sql, where.values};
}

SqlText dealSearchStatement(const QString &text, int limit, const Actor &actor, const SqlDialect &dialect)
{
    const QString columns = u"SELECT d.id, d.reference_number, d.deal_name, d.client_name, d.status FROM "_s;
    const SqlText visible = visibleTo(actor, dialect);
    // A word is walked from its newest deal on: the set of all that have it is never made.
    if (const auto word = indexedWord(text.simplified()))
        return {columns
                    + u"deal_search s %1 deals d ON d.id = s.deal_id WHERE %2 AND %3 ORDER BY s.deal_id DESC LIMIT %4"_s.arg(
                        dialect.joinInOrder(), wordCondition(u"s.start"_s, u"s.text"_s, dialect), visible.sql, QString::number(limit)),
                *word + visible.values};
    const SqlText condition = textCondition(text, u"d.id"_s, dialect);
    return {columns + u"deals d WHERE %1 AND %2 ORDER BY d.id DESC LIMIT %3"_s.arg(condition.sql, visible.sql, QString::number(limit)),
            condition.values + visible.values};
}

} // namespace dealdesk
