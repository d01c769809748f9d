#pragma once

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

/// Conditions joined by AND, that rows of the view deal_list meet: the filter, and what this person may see. Never empty.
SqlText dealCondition(const DealFilter &filter, const Actor &actor);

/// One row more than asked for, so that the end is known. The last column is the sort value, what DealKey holds.
SqlText dealPageStatement(const DealPageRequest &request, const Actor &actor);

SqlText dealCountStatement(const DealFilter &filter, const Actor &actor);

/// Hits of Ctrl+K, the newest first: id, reference, name, client, status.
SqlText dealSearchStatement(const QString &text, int limit, const Actor &actor);

/// A condition on reference_number and the deal's id in `idColumn`: the text stands in reference, name or client, at the start of a word; a text of one or two
/// characters begins a word of one of them.
SqlText textCondition(const QString &text, const QString &idColumn);

/// What the actor sees: deals that were ever submitted or sent to scoping, and own ones; administrators see all.
SqlText visibleTo(const Actor &actor);

} // namespace dealdesk
