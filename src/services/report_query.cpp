#include "services/report_query.h"

#include "services/history_query.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

// Columns in which people write, or whose content comes from what they write; all others are numbers, dates and codes.
bool holdsText(const QString &column)
{
    static const QSet<QString> texts{u"deal_name"_s,        u"client_name"_s,     u"owner_name"_s,
                                     u"advertiser_name"_s,  u"agency_name"_s,     u"email"_s,
                                     u"business_summary"_s, u"client_asks"_s,     u"growth_opportunity_miq"_s,
                                     u"comments"_s,         u"assignee_name"_s,   u"growth_opportunity_client"_s,
                                     u"category_name"_s,    u"incentive_notes"_s, u"sub_category_name"_s,
                                     u"incentive_option"_s, u"actor_name"_s,      u"performed_by_name"_s,
                                     u"on_behalf_of_name"_s};
    return texts.contains(column);
}

QList<CsvColumnName> columnsOf(const QString &names)
{
    QList<CsvColumnName> columns;
    const QStringList list = names.split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : list)
        columns += {name, holdsText(name) ? CsvColumn::Text : CsvColumn::Plain};
    return columns;
}

QString dealColumns()
{
    return u"deal_id reference_number deal_name client_name status deal_type sales_channel region priority owner_id owner_name "
           u"deal_created_at "
           "deal_visible_since "_s;
}

ReportSource pipeline()
{
    return {
        u"report_pipeline"_s,
        columnsOf(
            dealColumns()
            + u"advertiser_name agency_name deal_structure draft_type email growth_ambition term_start_date term_end_date contract_term "
              "previous_year_revenue previous_year_margin top_revenue routing_amount routing_level revision_count is_revision "
              "parent_reference tier_count approvals approvals_open next_due business_summary growth_opportunity_miq "
              "growth_opportunity_client client_asks version updated_at last_status_change"_s),
        {},
        u"deal_id"_s,
        true};
}

ReportSource approvals()
{
    return {
        u"report_approvals"_s,
        columnsOf(dealColumns()
                  + u"approval_id revision_number approval_stage department approval_level approval_priority approval_status assignee_name "
                    "opened_at due_date is_overdue routing_amount top_revenue"_s),
        {},
        u"due_date, approval_id"_s,
        true};
}

ReportSource statusHistory()
{
    return {u"report_status_history"_s,
            columnsOf(dealColumns()
                      + u"history_id changed_at previous_status new_status performed_by_name on_behalf_of_name comments imported"_s),
            {},
            u"history_id"_s,
            false};
}

ReportSource tierLines()
{
    return {
        u"report_tier_lines"_s,
        columnsOf(dealColumns()
                  + u"tier_number annual_revenue annual_gross_margin incentive_position category_name sub_category_name incentive_option "
                    "incentive_value incentive_notes"_s),
        {},
        u"deal_id, tier_number, incentive_position"_s,
        false};
}

ReportSource sourceOf(ReportKind kind)
{
    switch (kind) {
    case ReportKind::Pipeline: return pipeline();
    case ReportKind::ApprovalsOutstanding: return approvals();
    case ReportKind::StatusHistory: return statusHistory();
    case ReportKind::TierLines: return tierLines();
    }
    return pipeline();
}

// Without a filter the view's own columns say what one may see; with one the deals of the list do.
SqlText conditionOf(const DealFilter &filter, const Actor &actor, const SqlDialect &dialect)
{
    if (!filter.isEmpty()) {
        const SqlText deals = dealCondition(filter, actor, dialect);
        return {u"deal_id IN (SELECT id FROM deal_list WHERE %1)"_s.arg(deals.sql), deals.values};
    }
    if (dialect.hidesRows() || actor.role == Role::Admin)
        return {dialect.always(), {}};
    return {u"(deal_visible_since IS NOT NULL OR owner_id = ?)"_s, {actor.id.value()}};
}

} // namespace

ReportSource reportSource(const ReportRequest &request, const Actor &actor, const SqlDialect &dialect)
{
    ReportSource source = sourceOf(request.kind);
    source.where = conditionOf(request.filter, actor, dialect);
    return source;
}

ReportSource historySource(const HistoryFilter &filter, const Actor &actor, const SqlDialect &dialect)
{
    ReportSource source{
        u"deal_history"_s,
        columnsOf(u"occurred_at deal_id reference_number deal_name source id what detail actor_name on_behalf_of_name comments"_s),
        historyCondition(filter, actor, dialect), u"occurred_at DESC, source DESC, id DESC"_s, false};
    source.columns.first().kind = CsvColumn::Instant;
    return source;
}

SqlText previewStatement(const ReportSource &source, int limit)
{
    QStringList names;
    for (const CsvColumnName &column : source.columns)
        names += column.name;
    return {u"SELECT %1 FROM %2 WHERE %3 ORDER BY %4 LIMIT %5"_s.arg(names.join(u", "_s), source.view, source.where.sql, source.order,
                                                                     QString::number(limit)),
            source.where.values};
}

SqlText csvStatement(const ReportSource &source, const SqlDialect &dialect)
{
    return {u"SELECT %1 FROM %2 WHERE %3 ORDER BY %4"_s.arg(csvLineExpression(source.columns, dialect), source.view, source.where.sql,
                                                            source.order),
            source.where.values};
}

SqlText countStatement(const ReportSource &source)
{
    return {u"SELECT count(*) FROM %1 WHERE %2"_s.arg(source.view, source.where.sql), source.where.values};
}

} // namespace dealdesk
