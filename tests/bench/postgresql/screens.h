#pragma once

#include "domain/actor.h"
#include "services/deal_query_builder.h"

namespace dealdesk::bench {

/// The statements of a screen, in the words in which the program asks them of PostgreSQL.
struct Screen {
    QString name;
    QList<SqlText> statements;
};

inline constexpr SqlDialect kPostgreSql(SqlDialect::Kind::PostgreSql);

SqlText named(const QString &read, const QVariantList &values);
Screen newestDeals(const Actor &actor);
Screen inboxOf(const Actor &actor);
Screen detailOf(DealId deal, const Actor &actor);
Screen newestEvents(const Actor &actor);
Screen searchFor(const QString &text, const Actor &actor);

/// The person of a login.
Actor actorOf(const QString &connectionText, const QString &login);

} // namespace dealdesk::bench
