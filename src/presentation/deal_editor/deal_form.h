#pragma once

#include "domain/routing.h"
#include "domain/tier_figures.h"
#include "presentation/deal_editor/draft_history.h"
#include "services/reference_service.h"

#include <QObject>

#include <functional>
#include <memory>

namespace dealdesk {

/// A text for a field, as typed or pasted.
struct FieldInput {
    FieldPath path;
    QString text;
};

/// Something that stands in the way of a submission.
struct FormProblem {
    FieldPath path;
    QString sentence;
    bool missing = false; ///< nothing is wrong, something is not there yet

    friend bool operator==(const FormProblem &, const FormProblem &) = default;
};

/// The deal on the editor's screen, without widgets: what was entered, its undo steps, and everything that follows from it at once —
/// figures, approval path, problems. Every change is one step, one contentChanged() and at most one signal per part that differs.
class DealForm : public QObject {
    Q_OBJECT

public:
    explicit DealForm(std::shared_ptr<const ReferenceData> reference, QObject *parent = nullptr);

    /// Begins anew with a stored or journalled content; no undo leads before it.
    void reset(const FormContent &content, DraftType type);
    void setReference(std::shared_ptr<const ReferenceData> reference);

    [[nodiscard]] const FormContent &content() const { return m_history.current(); }
    [[nodiscard]] const DealDraft &draft() const { return content().draft; }
    /// The draft as it is stored: names without spaces around them.
    [[nodiscard]] DealDraft draftToStore() const;
    [[nodiscard]] DraftType draftType() const { return m_type; }
    [[nodiscard]] const ReferenceData &reference() const { return *m_reference; }

    [[nodiscard]] QString inputText(const FieldPath &path) const;
    [[nodiscard]] const QList<FormProblem> &problems() const { return m_problems; }
    /// The sentence beside a field: what is wrong, and what is missing once a submission was tried. Empty when all is well.
    [[nodiscard]] QString problemAt(const FieldPath &path) const;
    [[nodiscard]] bool isComplete() const { return m_problems.isEmpty(); }
    /// Whether missing fields are pointed out beside themselves.
    [[nodiscard]] bool showsMissing() const { return m_showsMissing; }
    void setShowsMissing(bool shows);

    [[nodiscard]] const ClientHistory &clientHistory() const { return m_clientHistory; }
    [[nodiscard]] const QList<TierFigures> &figures() const { return m_figures; } ///< one per tier
    [[nodiscard]] const RoutingPlan &routing() const { return m_routing; }
    /// Where the client's name goes with this channel: Field::Advertiser or Field::Agency.
    [[nodiscard]] FieldPath clientField() const;

    void setInput(const FieldPath &path, const QString &text);
    /// One step for all, as a paste or the clearing of a block.
    void setInputs(const QList<FieldInput> &inputs);
    void setType(DealType type);
    void setChannel(SalesChannel channel);
    void setStructure(DealStructure structure);
    void setRegion(std::optional<Region> region);
    void setPriority(Priority priority);
    /// Replaces everything, as one step that can be undone.
    void setContent(const FormContent &content);

    [[nodiscard]] bool canAddTier() const;
    void addTier();
    void removeTier(int tier);
    void moveTier(int from, int to);

    /// Where the new incentive is; nothing when there is no such tier.
    std::optional<FieldPath> addIncentive(int tier);
    void removeIncentives(const QList<FieldPath> &paths);

    /// Several changes as one step: `change` works on a copy. Used by the grids for pasted blocks.
    void edit(const std::function<void(FormContent &)> &change, const std::optional<FieldPath> &place = std::nullopt,
              bool mergeable = false);

    [[nodiscard]] bool canUndo() const { return m_history.canUndo(); }
    [[nodiscard]] bool canRedo() const { return m_history.canRedo(); }
    void undo();
    void redo();
    /// The next change begins an undo step of its own: a field was left.
    void endStep() { m_history.endStep(); }

Q_SIGNALS:
    void contentChanged();
    void figuresChanged();
    void clientHistoryChanged();
    void routingChanged();
    void problemsChanged();
    void historyChanged();
    /// An undo or redo changed something here.
    void placeChanged(const dealdesk::FieldPath &path);

private:
    void contentReplaced();
    void recompute();
    [[nodiscard]] QList<FormProblem> findProblems() const;

    std::shared_ptr<const ReferenceData> m_reference;
    DraftType m_type = DraftType::SubmissionDraft;
    DraftHistory m_history;
    ClientHistory m_clientHistory;
    QList<TierFigures> m_figures;
    RoutingPlan m_routing;
    QList<FormProblem> m_problems;
    bool m_showsMissing = false;
};

} // namespace dealdesk
