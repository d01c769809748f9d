#include "presentation/deal_editor/draft_history.h"

namespace dealdesk {

DraftHistory::DraftHistory(const FormContent &start)
{
    reset(start);
}

void DraftHistory::reset(const FormContent &start)
{
    m_steps = {Step{start, std::nullopt}};
    m_position = 0;
    m_mergeable = false;
}

void DraftHistory::record(const FormContent &content, const Place &place, bool mergeable)
{
    m_steps.resize(m_position + 1);
    if (m_mergeable && mergeable && canUndo() && place && m_steps.last().place == place) {
        m_steps.last().content = content;
        if (m_steps.at(m_position - 1).content == content) { // typed and taken back: no step at all
            m_steps.removeLast();
            --m_position;
            m_mergeable = false;
        }
        return;
    }
    m_steps.append(Step{content, place});
    if (m_steps.size() > kMaxSteps)
        m_steps.removeFirst();
    m_position = m_steps.size() - 1;
    m_mergeable = mergeable;
}

DraftHistory::Place DraftHistory::undo()
{
    m_mergeable = false;
    if (!canUndo())
        return std::nullopt;
    return m_steps.at(m_position--).place;
}

DraftHistory::Place DraftHistory::redo()
{
    m_mergeable = false;
    if (!canRedo())
        return std::nullopt;
    return m_steps.at(++m_position).place;
}

} // namespace dealdesk
