#include "services/history_query.h"

#include "data/query.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

using Source = HistoryEvent::Source;

constexpr std::array kSources = {std::pair{Source::StatusChange, "status"}, std::pair{Source::Action, "action"},
                                 std::pair{Source::Comment, "comment"}, std::pair{Source::Revision, "revision"}};

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
    return event;
}

SqlText historyCondition(const HistoryFilter &filter, const Actor &actor, const std::optional<QString> &onlyName)
{
    SqlText where = visibleTo(actor);
    const auto add = [&where](const QString &sql, const QVariantList &values) {
        where.sql += u" AND "_s + sql;
        where.values += values;
    };
    if (filter.deal)
        add(u"deal_id = ?"_s, {filter.deal->value()});
    if (!filter.dealText.trimmed().isEmpty()) {
        const SqlText text = textCondition(filter.dealText, u"id"_s);
        add(u"deal_id IN (SELECT id FROM deals WHERE %1)"_s.arg(text.sql), text.values);
    }
    if (onlyName)
        add(u"actor_name = ?"_s, {*onlyName});
    else if (!filter.actorName.trimmed().isEmpty())
        add(u"instr(lower(actor_name), lower(?))"_s, {filter.actorName.trimmed()});
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

SqlText historyPageStatement(const HistoryFilter &filter, const std::optional<HistoryKey> &after, int limit, const Actor &actor,
                             const std::optional<QString> &onlyName)
{
    SqlText where = historyCondition(filter, actor, onlyName);
    if (after) {
        where.sql += u" AND (occurred_at, source, id) < (?, ?, ?)"_s;
        where.values += {after->occurredAt, codeOfSource(after->source), after->id};
    }
    return {u"SELECT %1 FROM deal_history WHERE %2 ORDER BY occurred_at DESC, source DESC, id DESC LIMIT ?"_s.arg(
                QLatin1StringView(kHistoryColumns), where.sql),
            where.values + QVariantList{limit + 1}};
}

} // namespace dealdesk
