#include "presentation/admin/handover_text.h"

#include "presentation/delegation/delegation_text.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct HandoverText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::Handover)
};

QString sentenceFor(const Delegation &delegation, UserId person)
{
    if (!delegation.delegate)
        return HandoverText::tr("Their absence (%1) ends.").arg(periodOf(delegation));
    return delegation.delegator == person
        ? HandoverText::tr("%1 no longer decides for them (%2).").arg(delegation.delegateName, periodOf(delegation))
        : HandoverText::tr("They no longer decide for %1 (%2).").arg(delegation.delegatorName, periodOf(delegation));
}

} // namespace

QString handoverText(const Handover &handover, UserId person, const QList<Delegation> &delegations, const QDateTime &now)
{
    QStringList sentences;
    if (handover.openTasks > 0)
        sentences += HandoverText::tr("%n open task(s) of theirs go on to the default assignee, or back to the queue.", nullptr,
                                      handover.openTasks);
    for (const Delegation &delegation : delegations) {
        const DelegationState state = stateOf(delegation, now);
        const bool isOpen = state == DelegationState::Coming || state == DelegationState::UnderWay;
        if (isOpen && (delegation.delegator == person || delegation.delegate == person))
            sentences += sentenceFor(delegation, person);
    }
    if (handover.openDeals > 0)
        sentences += HandoverText::tr("%n open deal(s) stay theirs until you transfer them, on each deal's page.", nullptr,
                                      handover.openDeals);
    return sentences.join(u'\n');
}

} // namespace dealdesk
