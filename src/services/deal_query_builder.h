#pragma once

#include "data/sql_dialect.h"
#include "domain/actor.h"
#include "services/deal_list.h"

#include <QString>
#include <QVariantList>

namespace dealdesk {

/// A statement, or a part of one, with the values that it binds by position.
struct SqlText {
    QString sql;
    QVariantList values;
};

/// How many deals a filter leaves, roughly: of few it is cheaper to find all and sort them, of many to walk along the sorting's index until
/// a page is full. A database that keeps no statistics is asked first; one that does is not told.
enum class Spread { Few, Many };

/// Counts what the filter leaves up to spreadLimit(); nothing for a filter that leaves everything, and where the database knows.
std::optional<SqlText> dealSpreadStatement(const DealFilter &filter, const Actor &actor, const SqlDialect &dialect);
/// From this number on it is many.
int spreadLimit(const DealFilter &filter);

/// Conditions joined by AND, that rows of the view deal_list meet: the filter, and what this person may see. Never empty.
SqlText dealCondition(const DealFilter &filter, const Actor &actor, const SqlDialect &dialect);

/// One row more than asked for, so that the end is known. The last column is the sort value, what DealKey holds.
SqlText dealPageStatement(const DealPageRequest &request, const Actor &actor, const SqlDialect &dialect, Spread spread = Spread::Many);

SqlText dealCountStatement(const DealFilter &filter, const Actor &actor, const SqlDialect &dialect, Spread spread = Spread::Many);

/// Hits of Ctrl+K, the newest first: id, reference, name, client, status.
SqlText dealSearchStatement(const QString &text, int limit, const Actor &actor, const SqlDialect &dialect);

/// A condition on reference_number and the deal's id in `idColumn`: the text stands in reference, name or client, at the start of a word; a
/// text of one or two characters begins a word of one of them.
SqlText textCondition(const QString &text, const QString &idColumn, const SqlDialect &dialect);

/// What the actor sees: deals that were ever submitted or sent to scoping, and own ones; administrators see all. Every row where the
/// database hides the others itself.
SqlText visibleTo(const Actor &actor, const SqlDialect &dialect);

/// The first instant of a day, UTC. Stored instants are texts that compare as they are: a day is from here to before the next day's.
QString startOf(const QDate &day);

} // namespace dealdesk
