#pragma once

#include "presentation/deal_editor/form_content.h"

namespace dealdesk {

/// Undo and redo by snapshots, which share what did not change. Changes of one field in a row are one step. (QUndoStack belongs to
/// QtGui, which this layer does without.)
class DraftHistory {
public:
    static constexpr int kMaxSteps = 500;

    /// Where a step took place, for the editor to go there; nothing for steps without one place.
    using Place = std::optional<FieldPath>;

    explicit DraftHistory(const FormContent &start = {});
    void reset(const FormContent &start);

    /// `place` is where the change is shown. A mergeable change right after a mergeable one at the same place joins it.
    void record(const FormContent &content, const Place &place, bool mergeable);
    /// The next change begins a step of its own, even in the same field.
    void endStep() { m_mergeable = false; }

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position + 1 < m_steps.size(); }
    Place undo();
    Place redo();
    [[nodiscard]] const FormContent &current() const { return m_steps.at(m_position).content; }

private:
    struct Step {
        FormContent content;
        Place place; ///< of the change that led here
    };
    QList<Step> m_steps;
    qsizetype m_position = 0;
    bool m_mergeable = false;
};

} // namespace dealdesk
