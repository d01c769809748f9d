#pragma once

#include "domain/deal_draft.h"
#include "domain/field_path.h"

#include <QList>
#include <QSet>

#include <array>

namespace dealdesk {

enum class MergeSide { Mine, Theirs, Original };

/// A field that both sides changed, differently. Values are plain, as in FieldChange. A place that ends in Field::Tiers or
/// Field::Incentives with an index means the tier (its revenue) or the incentive (its option) as a whole: one side removed what the other
/// one changed; the side where it is not there has an empty value.
struct FieldConflict {
    FieldPath path; ///< in what mine was, or in theirs for a tier or incentive that mine removed
    QString original;
    QString mine;
    QString theirs;

    friend bool operator==(const FieldConflict &, const FieldConflict &) = default;
};

/// What two people made of one draft, put together.
struct DraftMerge {
    DealDraft merged;                  ///< everything that only one side changed, and what was chosen at the conflicts
    QList<FieldConflict> conflicts;    ///< in the order of the form, whatever was chosen
    QList<int> tierOfMine;             ///< where each tier of mine went; -1: removed by the other side
    QList<QList<int>> incentiveOfMine; ///< where each incentive of each tier of mine went, within its tier

    /// Where a place of mine is now; nothing when it is gone.
    [[nodiscard]] std::optional<FieldPath> placeOf(const FieldPath &mine) const;
};

/// Three-way by field. Tiers and incentives are matched by what they say, then by their place, so that one that was added, removed or moved
/// by one side does not make the others look changed. An incentive's catalogue names are one field (IncentiveOption), since none means
/// anything without the others.
///
/// `choices` has a side for each conflict, in their order; where it has none, mine is taken. `typed` are places of mine that count as
/// changed although the draft does not show it (text that could not be read).
DraftMerge mergeDrafts(const DealDraft &original, const DealDraft &mine, const DealDraft &theirs, const QList<MergeSide> &choices = {},
                       const QSet<FieldPath> &typed = {});

} // namespace dealdesk
