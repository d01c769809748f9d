#include "domain/validation_rules.h"
#include "domain/violation_text.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

bool isEmailAddress(const QString &text)
{
    constexpr int maxLength = 254; // RFC 5321: a path of 256 with its angle brackets
    constexpr int maxLocalPart = 64;
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        uR"(([\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*)@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,63})"_s));
    return text.size() <= maxLength && text.indexOf(u'@') <= maxLocalPart && form.match(text).hasMatch();
}

void checkAdvertiser(const QString &name, const KnownClients &clients, QList<Violation> &found)
{
    const FieldPath field{Field::Advertiser};
    if (name.isEmpty())
        found += {field, ViolationCode::Required, ViolationText::tr("Choose the advertiser.")};
    else if (!clients.advertisers.contains(name))
        found += {field, ViolationCode::UnknownClient,
                  ViolationText::tr("“%1” is not among the advertisers. Choose one from the list or ask an admin to add it.").arg(name)};
}

QString mismatchSentence(const QString &name, AgencyType wanted)
{
    return wanted == AgencyType::HoldingCompany
        ? ViolationText::tr("“%1” is an independent agency. Choose an agency of a holding company or change the sales channel.").arg(name)
        : ViolationText::tr("“%1” belongs to a holding company. Choose an independent agency or change the sales channel.").arg(name);
}

void checkAgency(const QString &name, AgencyType wanted, const KnownClients &clients, QList<Violation> &found)
{
    const FieldPath field{Field::Agency};
    const auto known = clients.agencies.constFind(name);
    if (name.isEmpty())
        found += {field, ViolationCode::Required, ViolationText::tr("Choose the agency.")};
    else if (known == clients.agencies.constEnd())
        found += {field, ViolationCode::UnknownClient,
                  ViolationText::tr("“%1” is not among the agencies. Choose one from the list or ask an admin to add it.").arg(name)};
    else if (*known != wanted)
        found += {field, ViolationCode::AgencyTypeMismatch, mismatchSentence(name, wanted)};
}

} // namespace

void checkNameAndEmail(const DealDraft &draft, Purpose purpose, QList<Violation> &found)
{
    const QString name = draft.name.trimmed();
    if (name.size() > kMaxNameLength)
        found += {{Field::Name},
                  ViolationCode::TooLong,
                  ViolationText::tr("The name has %1 characters. Shorten it to %2 at most.").arg(name.size()).arg(kMaxNameLength)};
    else if (name.isEmpty() && purpose != Purpose::Draft)
        found += {{Field::Name}, ViolationCode::Required, ViolationText::tr("Enter a name for the deal.")};

    const QString email = draft.email.trimmed();
    if (purpose == Purpose::Submission && !email.isEmpty() && !isEmailAddress(email))
        found += {{Field::Email},
                  ViolationCode::NotAnEmail,
                  ViolationText::tr("“%1” is not an e-mail address. Enter one such as name@example.com.").arg(email)};
}

void checkRegion(const DealDraft &draft, QList<Violation> &found)
{
    if (!draft.region)
        found += {{Field::Region}, ViolationCode::Required, ViolationText::tr("Choose the region.")};
}

void checkClient(const DealDraft &draft, const KnownClients &clients, QList<Violation> &found)
{
    switch (draft.channel) {
    case SalesChannel::ClientDirect: return checkAdvertiser(draft.advertiserName.trimmed(), clients, found);
    case SalesChannel::HoldingCompany: return checkAgency(draft.agencyName.trimmed(), AgencyType::HoldingCompany, clients, found);
    case SalesChannel::IndependentAgency: return checkAgency(draft.agencyName.trimmed(), AgencyType::Independent, clients, found);
    }
}

void checkGrowthAmbition(const DealDraft &draft, Purpose purpose, QList<Violation> &found)
{
    const FieldPath field{Field::GrowthAmbition};
    if (!draft.growthAmbition)
        return;
    if (const auto violation = amountViolation(field, *draft.growthAmbition))
        found += *violation;
    else if (purpose == Purpose::Submission && *draft.growthAmbition < kMinimumGrowthAmbition)
        found += {field, ViolationCode::BelowMinimum,
                  ViolationText::tr("The growth ambition is at least %1 USD. Raise it or leave it empty.")
                      .arg(ViolationText::amount(kMinimumGrowthAmbition))};
}

void checkTerm(const DealDraft &draft, QList<Violation> &found)
{
    if (!draft.termStart.isValid())
        found += {{Field::TermStart}, ViolationCode::Required, ViolationText::tr("Enter the first day of the term.")};
    if (!draft.termEnd.isValid())
        found += {{Field::TermEnd}, ViolationCode::Required, ViolationText::tr("Enter the last day of the term.")};
    else if (draft.termStart.isValid() && draft.termEnd <= draft.termStart)
        found += {{Field::TermEnd},
                  ViolationCode::EndNotAfterStart,
                  ViolationText::tr("The term ends before it has begun. Enter a day after the first day.")};
}

} // namespace dealdesk
