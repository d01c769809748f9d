#include "presentation/deal_editor/deal_editor.h"

#include "domain/draft_diff.h"
#include "presentation/deal_page/change_text.h"
#include "presentation/text/format.h"
#include "services/error_text.h"

#include <QSet>

using namespace Qt::StringLiterals;

// What the editor does when the deal was saved elsewhere: edits in different places go together, and the same place is asked about.
namespace dealdesk {

namespace {

constexpr int kPlacesNamed = 5;

/// The places where `after` differs, named; the last ones only counted.
QString placesIn(const DealDraft &before, const DealDraft &after)
{
    QStringList places;
    const auto changes = differences(before, after);
    for (const FieldChange &change : changes) {
        if (!places.contains(placeOf(change.path)))
            places.append(placeOf(change.path));
    }
    if (places.size() > kPlacesNamed) {
        const auto more = static_cast<int>(places.size()) - kPlacesNamed;
        places = places.mid(0, kPlacesNamed);
        places.append(DealEditor::tr("%n more", "places of a deal", more));
    }
    return places.join(u", "_s);
}

} // namespace

DraftMerge DealEditor::mergeWith(const DealBase &theirs, const QList<MergeSide> &choices) const
{
    const QList<FieldPath> typed = m_form.content().unreadable.keys();
    return mergeDrafts(m_base.saved, m_form.draftToStore(), theirs.saved, choices, QSet<FieldPath>(typed.cbegin(), typed.cend()));
}

EditorNotice DealEditor::movedOnNotice(const DealFacts &facts) const
{
    return {
        Meaning::Caution,
        tr("The deal has moved on to “%1”, so it cannot be changed now. Your words are kept on this computer.").arg(label(facts.status)),
        EditorNotice::Action::ShowDeal};
}

/// True when everything went together by itself. Otherwise the notice says why not, and where there is a conflict it is shown.
QCoro::Task<bool> DealEditor::mergeTheirs(QString sentence)
{
    const StopToken alive = m_alive.current();
    auto task = detailOf(*m_base.deal);
    const Result<DealDetail> detail = co_await task;
    if (alive.stopped())
        co_return false;
    if (!detail) {
        setNotice({Meaning::Negative, sentenceFor(detail.error()), EditorNotice::Action::SaveAgain});
        co_return false;
    }
    const DealBase theirs = baseOf(*detail);
    if (hindranceOf(DealAction::Edit, theirs.facts, m_context.session->actor()) != Hindrance::None) {
        setNotice(movedOnNotice(theirs.facts));
        co_return false;
    }
    co_return putTogether(theirs, sentence);
}

bool DealEditor::putTogether(const DealBase &theirs, const QString &sentenceOfConflict)
{
    const DraftMerge merge = mergeWith(theirs, {});
    if (!merge.conflicts.isEmpty()) {
        m_theirs = theirs;
        m_conflicts = merge.conflicts;
        setNotice({Meaning::Caution, sentenceOfConflict, EditorNotice::Action::Compare});
        Q_EMIT conflictChanged();
        return false;
    }
    m_takenOver = placesIn(m_form.draftToStore(), merge.merged);
    adopt(theirs, merge);
    return true;
}

/// One undo step. Text that could not be read stays where it was typed, unless something else was chosen for the place.
void DealEditor::adopt(const DealBase &theirs, const DraftMerge &merge)
{
    FormContent content = contentOf(merge.merged);
    const QHash<FieldPath, QString> typed = m_form.content().unreadable;
    for (auto it = typed.cbegin(); it != typed.cend(); ++it) {
        const std::optional<FieldPath> place = merge.placeOf(it.key());
        if (place && inputText(content, *place).isEmpty())
            content.unreadable.insert(*place, it.value());
    }
    m_base = theirs;
    m_theirs.reset();
    m_conflicts.clear();
    if (content != m_form.content())
        m_form.setContent(content);
    if (isDirty())
        m_journal.changed();
    else
        m_journal.forget();
    Q_EMIT baseChanged();
    Q_EMIT conflictChanged();
    Q_EMIT stateChanged();
}

EditorNotice DealEditor::takenOverNotice() const
{
    if (m_takenOver.isEmpty())
        return {};
    return {Meaning::Info, tr("The deal was saved elsewhere meanwhile. What was changed there is in it now: %1.").arg(m_takenOver)};
}

void DealEditor::resolveConflict(const QList<MergeSide> &choices)
{
    if (!m_theirs)
        return;
    const DealBase theirs = *m_theirs;
    adopt(theirs, mergeWith(theirs, choices));
    setNotice({});
}

void DealEditor::keepMine()
{
    resolveConflict(QList<MergeSide>(m_conflicts.size(), MergeSide::Mine));
}

void DealEditor::takeTheirs()
{
    resolveConflict(QList<MergeSide>(m_conflicts.size(), MergeSide::Theirs));
}

QStringList DealEditor::conflictInWords() const
{
    return m_theirs ? changesInWords(m_form.draftToStore(), m_theirs->saved) : QStringList();
}

/// Somebody wrote to this deal. What is being typed is left alone: the next save puts both together.
QCoro::Task<> DealEditor::lookAgain()
{
    const auto canLook = [this] { return (m_phase == Phase::Editing || m_phase == Phase::ReadOnly) && !m_saving && !m_theirs; };
    if (!m_base.deal || !canLook())
        co_return;
    const StopToken newest = m_looking.begin();
    auto task = detailOf(*m_base.deal);
    const Result<DealDetail> detail = co_await task;
    if (newest.stopped() || !detail || !canLook())
        co_return;
    const DealBase theirs = baseOf(*detail);
    const bool sameFacts = theirs.facts.status == m_base.facts.status && theirs.facts.owner == m_base.facts.owner
        && theirs.facts.canEdit == m_base.facts.canEdit && theirs.facts.expired == m_base.facts.expired;
    const bool sameDeal = sameFacts && theirs.saved == m_base.saved;
    if (sameDeal || isDirty())
        takeReviews(theirs);
    if (sameDeal)
        co_return;
    if (isDirty()) {
        if (hindranceOf(DealAction::Edit, theirs.facts, m_context.session->actor()) != Hindrance::None)
            setNotice(movedOnNotice(theirs.facts));
        else if (theirs.saved != m_base.saved)
            setNotice({Meaning::Info, tr("The deal was saved elsewhere while you are editing it. Saving puts both together.")});
        co_return;
    }
    start(theirs, contentOf(theirs.saved));
}

} // namespace dealdesk
