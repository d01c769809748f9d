#pragma once

#include "domain/validation.h"

namespace dealdesk {

/// The rules behind validation.h, part by part in the order of the form. Each field gets at most one violation.
enum class Purpose { Draft, Scoping, Submission };

void checkNameAndEmail(const DealDraft &draft, Purpose purpose, QList<Violation> &found);
void checkRegion(const DealDraft &draft, QList<Violation> &found);
void checkClient(const DealDraft &draft, const KnownClients &clients, QList<Violation> &found);
void checkGrowthAmbition(const DealDraft &draft, Purpose purpose, QList<Violation> &found);
void checkTerm(const DealDraft &draft, QList<Violation> &found);
/// `catalog` is null unless the purpose is a submission.
void checkTiers(const DealDraft &draft, Purpose purpose, const IncentiveCatalog *catalog, QList<Violation> &found);

/// What no amount may be, whatever the purpose: negative or beyond Money::kMaxCents.
std::optional<Violation> amountViolation(const FieldPath &field, Money amount);

} // namespace dealdesk
