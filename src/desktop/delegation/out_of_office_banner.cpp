#include "desktop/delegation/out_of_office_banner.h"

#include "presentation/delegation/delegation_text.h"
#include "services/error_text.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

OutOfOfficeBanner::OutOfOfficeBanner(Delegations *delegations, QWidget *parent) : Banner(parent), m_delegations(delegations)
{
    setObjectName(u"outOfOfficeBanner"_s);
    setDismissible(false);
    connect(m_delegations, &Delegations::changed, this, &OutOfOfficeBanner::showAbsence);
    connect(this, &Banner::actionTriggered, this, [this] { comeBack(); });
    showAbsence();
}

void OutOfOfficeBanner::showAbsence()
{
    const QList<Delegation> away = m_delegations->away();
    if (away.isEmpty())
        return clear();
    const QString sentence = awaySentence(away, m_delegations->reference().policy.levels);
    if (sentence != text())
        showMessage(Tone::Info, sentence, tr("I am bac&k"));
}

QCoro::Task<> OutOfOfficeBanner::comeBack()
{
    const auto stop = m_request.begin();
    const auto task = m_delegations->comeBack();
    const Status done = co_await task;
    if (!stop.stopped() && !done)
        showMessage(Tone::Negative, sentenceFor(done.error()), tr("&Try again"));
}

} // namespace dealdesk
