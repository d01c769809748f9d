#pragma once

#include "domain/deal_draft.h"
#include "domain/field_path.h"
#include "domain/incentive_catalog.h"

#include <QHash>
#include <QList>

namespace dealdesk {

enum class ViolationCode {
    Required,
    TooLong,
    NotAnEmail,
    BelowMinimum,
    EndNotAfterStart,
    TooFewTiers,
    TooManyTiers,
    FlatCommitNeedsOneTier,
    RevenueNotRising,
    MarginOutOfRange,
    Negative,
    UnknownClient,
    AgencyTypeMismatch,
    NotInCatalog,
    Unreadable,
    TooLarge
};

/// One broken rule: where, which, and the sentence for people. `sentence` says what is wrong and what to do, without the place.
struct Violation {
    FieldPath field;
    ViolationCode code = ViolationCode::Required;
    QString sentence;

    friend bool operator==(const Violation &, const Violation &) = default;
};

/// A client as the rules need it: names known, and the type of agencies.
struct KnownClients {
    QStringList advertisers;
    QHash<QString, AgencyType> agencies;
};

/// What even a draft must satisfy, since it could not be stored otherwise: name at most 500 characters, at most five tiers, margins
/// within 0..1, no negative amounts, none beyond Money::kMaxCents. Everything else waits for the submission.
QList<Violation> violationsOfDraft(const DealDraft &draft);

/// What a submission must satisfy: everything of the draft, and completeness. In the order of the form.
QList<Violation> violationsOfSubmission(const DealDraft &draft, const KnownClients &clients, const IncentiveCatalog &catalog);

/// What asking for scoping needs: everything of the draft, a name and a client; no tiers yet.
QList<Violation> violationsOfScoping(const DealDraft &draft, const KnownClients &clients);

/// The sentence of a value that could not be read at all, for forms and imports ("“12,0x” is not an amount …").
Violation unreadable(const FieldPath &field, const QString &text);

} // namespace dealdesk
