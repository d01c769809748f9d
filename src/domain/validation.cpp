#include "domain/validation.h"

#include "domain/validation_rules.h"
#include "domain/violation_text.h"

namespace dealdesk {

QList<Violation> violationsOfDraft(const DealDraft &draft)
{
    QList<Violation> found;
    checkNameAndEmail(draft, Purpose::Draft, found);
    checkGrowthAmbition(draft, Purpose::Draft, found);
    checkTiers(draft, Purpose::Draft, nullptr, found);
    return found;
}

QList<Violation> violationsOfScoping(const DealDraft &draft, const KnownClients &clients)
{
    QList<Violation> found;
    checkNameAndEmail(draft, Purpose::Scoping, found);
    checkClient(draft, clients, found);
    checkGrowthAmbition(draft, Purpose::Scoping, found);
    checkTiers(draft, Purpose::Scoping, nullptr, found);
    return found;
}

QList<Violation> violationsOfSubmission(const DealDraft &draft, const KnownClients &clients, const IncentiveCatalog &catalog)
{
    QList<Violation> found;
    checkNameAndEmail(draft, Purpose::Submission, found);
    checkRegion(draft, found);
    checkClient(draft, clients, found);
    checkGrowthAmbition(draft, Purpose::Submission, found);
    checkTerm(draft, found);
    checkTiers(draft, Purpose::Submission, &catalog, found);
    return found;
}

Violation unreadable(const FieldPath &field, const QString &text)
{
    const auto violation = [&field](const QString &sentence) { return Violation{field, ViolationCode::Unreadable, sentence}; };
    switch (field.field) {
    case Field::GrowthAmbition:
    case Field::Revenue:
    case Field::IncentiveValue:
        return violation(ViolationText::tr("“%1” is not an amount. Enter a number of dollars such as %2.")
                             .arg(text, ViolationText::amount(Money::fromDollars(480'000))));
    case Field::Margin: return violation(ViolationText::tr("“%1” is not a percentage. Enter a number from 0 to 100.").arg(text));
    case Field::TermStart:
    case Field::TermEnd:
        return violation(ViolationText::tr("“%1” is not a date. Enter one such as %2.")
                             .arg(text, QLocale().toString(QDate(2026, 1, 31), QLocale::ShortFormat)));
    case Field::ContractTerm:
        return violation(ViolationText::tr("“%1” is not a number of months. Enter a whole number such as 12.").arg(text));
    case Field::Type:
    case Field::Channel:
    case Field::Structure:
    case Field::Region:
    case Field::Priority: return violation(ViolationText::tr("“%1” is not one of the choices. Choose one from the list.").arg(text));
    case Field::Incentives:
        return violation(ViolationText::tr("“%1” is not a tier of this deal. Enter a number from 1 to %2.").arg(text).arg(kMaxTiers));
    default: return violation(ViolationText::tr("“%1” cannot be read. Enter it again.").arg(text));
    }
}

} // namespace dealdesk
