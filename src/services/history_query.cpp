#include "services/history_query.h"

#include "data/query.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

using Source = HistoryEvent::Source;

constexpr std::array kSources = {std::pair{Source::StatusChange, "status"}, std::pair{Source::Action, "action"},
                                 std::pair{Source::Comment, "comment"}, std::pair{Source::Revision, "revision"},
                                 std::pair{Source::Clock, "clock"}};

QString nameContains(const QString &column, const SqlDialect &dialect)
{
    return dialect.contains(dialect.lower(column), dialect.lower(u"?"_s));
}

/// All but the person.
SqlText otherConditions(const HistoryFilter &filter, const Actor &actor, const SqlDialect &dialect)
{
    SqlText where = visibleTo(actor, dialect);
    const auto add = [&where](const QString &sql, const QVariantList &values) {
        where.sql += u" AND "_s + sql;
        where.values += values;
    };
    if (filter.deal)
        add(u"deal_id = ?"_s, {filter.deal->value()});
    if (!filter.dealText.trimmed().isEmpty()) {
        const SqlText text = textCondition(filter.dealText, u"id"_s, dialect);
        add(u"deal_id IN (SELECT id FROM deals WHERE %1)"_s.arg(text.sql), text.values);
    }
    if (!filter.sources.isEmpty()) {
        QVariantList codes;
        for (const Source source : filter.sources)
            codes.append(codeOfSource(source));
        add(u"source IN (%1)"_s.arg(QStringList(codes.size(), u"?"_s).join(u", "_s)), codes);
    }
    if (filter.from.isValid())
        add(u"occurred_at >= ?"_s, {startOf(filter.from)});
    if (filter.to.isValid())
        add(u"occurred_at < ?"_s, {startOf(filter.to.addDays(1))});
    return where;
}

SqlText pageOf(SqlText where, const std::optional<HistoryKey> &after)
{
    if (after) {
        where.sql += u" AND (occurred_at, source, id) < (?, ?, ?)"_s;
        where.values += {after->occurredAt, codeOfSource(after->source), after->id};
    }
    return where;
}

QString newestFirst(int limit)
{
    return u"ORDER BY occurred_at DESC, source DESC, id DESC LIMIT %1"_s.arg(limit + 1);
}

/// One statement where SQLite is asked twice: each of few people's newest events by the index on names; of many people's along the time.
SqlText pageOfNamed(const QString &name, const SqlText &where, int limit, const SqlDialect &dialect)
{
    constexpr int kFewNames = 8;
    const QString columns = QLatin1StringView(kHistoryColumns);
    const QString order = newestFirst(limit);
    const QString sql =
        u"WITH names AS MATERIALIZED (SELECT name FROM history_actors WHERE %1) "
        "SELECT %2 FROM ("
        "SELECT e.* FROM names n CROSS JOIN LATERAL (SELECT %2 FROM deal_history WHERE actor_name = n.name AND %3 %4) e "
        "WHERE (SELECT count(*) FROM names) <= %5 "
        "UNION ALL "
        "(SELECT %2 FROM deal_history WHERE (SELECT count(*) FROM names) > %5 AND actor_name IN (SELECT name FROM names) AND %3 %4)"
        ") found %4"_s.arg(nameContains(u"name"_s, dialect), columns, where.sql, order, QString::number(kFewNames));
    return {sql, QVariantList{name} + where.values + where.values};
}

} // namespace

QString codeOfSource(HistoryEvent::Source source)
{
    for (const auto &[value, code] : kSources) {
        if (value == source)
            return QString::fromLatin1(code);
    }
    return {};
}

HistoryEvent historyEventFrom(const Query &row)
{
    HistoryEvent event;
    event.id = row.integer(0);
    for (const auto &[value, code] : kSources) {
        if (row.text(1) == QLatin1StringView(code))
            event.source = value;
    }
    event.deal = DealId(row.integer(2));
    event.reference = row.text(3);
    event.dealName = row.text(4);
    event.occurredAt = row.text(5);
    event.actorName = row.text(6);
    event.what = row.text(7);
    event.detail = row.text(8);
    event.comments = row.text(9);
    event.onBehalfOfName = row.text(10);
    return event;
}

HistoryEventPage historyPageOf(QList<HistoryEvent> rows, int limit)
{
    HistoryEventPage page{std::move(rows), {}};
    if (page.events.size() > limit) {
        page.events.resize(limit);
        const HistoryEvent &last = page.events.constLast();
        page.next = HistoryKey{last.occurredAt, last.source, last.id};
    }
    return page;
}

SqlText historyCondition(const HistoryFilter &filter, const Actor &actor, const SqlDialect &dialect)
{
    SqlText where = otherConditions(filter, actor, dialect);
    if (const QString name = filter.actorName.trimmed(); !name.isEmpty()) {
        where.sql += u" AND "_s + nameContains(u"actor_name"_s, dialect);
        where.values += name;
    }
    return where;
}

SqlText historyActorsStatement(const QString &name, const SqlDialect &dialect)
{
    return {u"SELECT name FROM history_actors WHERE %1 LIMIT 2"_s.arg(nameContains(u"name"_s, dialect)), {name.trimmed()}};
}

SqlText historyPageStatement(const HistoryFilter &filter, const std::optional<HistoryKey> &after, int limit, const Actor &actor,
                             const SqlDialect &dialect, const std::optional<QString> &onlyName)
{
    const QString name = filter.actorName.trimmed();
    if (!name.isEmpty() && dialect.knowsItsRows())
        return pageOfNamed(name, pageOf(otherConditions(filter, actor, dialect), after), limit, dialect);
    SqlText where = onlyName ? otherConditions(filter, actor, dialect) : historyCondition(filter, actor, dialect);
    if (onlyName) {
        where.sql += u" AND actor_name = ?"_s;
        where.values += *onlyName;
    }
    where = pageOf(std::move(where), after);
    return {u"SELECT %1 FROM deal_history WHERE %2 %3"_s.arg(QLatin1StringView(kHistoryColumns), where.sql, newestFirst(limit)),
            where.values};
}

} // namespace dealdesk
