#pragma once

#include "domain/deal_draft.h"
#include "domain/field_path.h"

#include <QList>

namespace dealdesk {

/// One field that differs. Values are plain: codes, decimals ("480000.00", "0.35"), ISO dates, texts; empty where there is none.
struct FieldChange {
    FieldPath path;
    QString before;
    QString after;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// The differences field by field, in the order of the form; empty exactly for equal drafts. Tiers and incentives are compared by
/// place; when their number differs, Field::Tiers or Field::Incentives says how many there were and are, and the fields of the
/// surplus ones follow with an empty side.
QList<FieldChange> differences(const DealDraft &before, const DealDraft &after);

} // namespace dealdesk
