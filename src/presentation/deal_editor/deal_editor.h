#pragma once

#include "domain/draft_merge.h"
#include "presentation/app_context.h"
#include "presentation/deal_editor/approver_absences.h"
#include "presentation/deal_editor/change_list_model.h"
#include "presentation/deal_editor/deal_base.h"
#include "presentation/deal_editor/deal_form.h"
#include "presentation/deal_editor/journal_writer.h"
#include "presentation/deal_editor/reapproval_preview.h"
#include "presentation/deal_editor/submission_check.h"
#include "presentation/text/labels.h"
#include "services/deal_service.h"

#include <QDateTime>

namespace dealdesk {

/// A message across the top of the editor, and what can be done about it.
struct EditorNotice {
    enum class Action { None, Discard, Compare, SaveAgain, Renew, ShowDeal };
    Meaning meaning = Meaning::Info;
    QString text = {};
    Action action = Action::None;
};

/// The deal editor without widgets: a form on a deal of the database, saved, submitted, journalled and restored. Saving goes on beside
/// the typing; only while a submission is under way nothing can be typed.
class DealEditor : public QObject {
    Q_OBJECT

public:
    enum class Phase { Loading, Editing, Submitting, ReadOnly, Failed };
    Q_ENUM(Phase)

    explicit DealEditor(const AppContext &context, QObject *parent = nullptr);
    ~DealEditor() override;

    void newDeal(DraftType type);
    /// With the unsaved changes that the journal has for it.
    QCoro::Task<Status> open(DealId deal);
    /// After a crash: the entry's words over the deal as it stands now. A save that was cut off is finished first.
    QCoro::Task<Status> restore(JournalEntry entry);

    /// Writes the draft as it is. Asked for while one is under way, another follows it.
    QCoro::Task<Status> save();
    /// Submits, resubmits, or asks for scoping: what submissionKind() says. Saves first where that is needed. Incomplete, with a place
    /// asked for, when the form has problems. Where something is open it only opens check(), and asked again then it sends. Asked for while
    /// a save is under way, it follows that save.
    QCoro::Task<Status> submit();
    QCoro::Task<Status> renew();
    /// Back to what is saved; one undo step, so that nothing is lost by mistake.
    void discardChanges();

    // The deal was saved elsewhere, and some places were changed on both sides.
    [[nodiscard]] bool hasConflict() const { return m_theirs.has_value(); }
    [[nodiscard]] const QList<FieldConflict> &conflicts() const { return m_conflicts; }
    /// From mine to theirs, a line each.
    [[nodiscard]] QStringList conflictInWords() const;
    /// A side for each conflict, in their order; all else goes together. One undo step.
    void resolveConflict(const QList<MergeSide> &choices);
    void keepMine();
    void takeTheirs();

    [[nodiscard]] DealForm &form() { return m_form; }
    [[nodiscard]] ChangeListModel &changes() { return m_changes; }
    [[nodiscard]] ReapprovalPreview &reapproval() { return m_reapproval; }
    [[nodiscard]] SubmissionCheck &check() { return m_check; }
    [[nodiscard]] const DealBase &base() const { return m_base; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] const EditorNotice &notice() const { return m_notice; }
    [[nodiscard]] DealAction submissionKind() const;
    [[nodiscard]] bool isSaving() const { return m_saving; }
    [[nodiscard]] bool isDirty() const;
    /// "New deal", or the deal's name; with a mark while something is not saved.
    [[nodiscard]] QString title() const;
    /// "Saved at 12:31", "Saving…", "Not saved yet; kept on this computer".
    [[nodiscard]] QString saveStateText() const;
    void dismissNotice();

Q_SIGNALS:
    void phaseChanged();
    void stateChanged(); ///< title, saving, dirty
    void baseChanged();  ///< another deal, version, status or set of requests
    void noticeChanged();
    void conflictChanged();
    void placeRequested(const dealdesk::FieldPath &path);
    void problemsRequested();
    void submitted(dealdesk::DealId deal);

private:
    void start(const DealBase &base, const FormContent &content);
    void resume(const DealBase &base, const JournalEntry &entry);
    QCoro::Task<Result<DealDetail>> detailOf(DealId deal) const;
    QCoro::Task<Status> finishPendingSave(JournalEntry entry);
    QCoro::Task<Result<DealState>> writeDraft(DealDraft draft);
    QCoro::Task<Result<DealState>> sendDraft(DealDraft draft);
    QCoro::Task<Result<DealState>> sendSubmission(DealDraft draft);
    [[nodiscard]] DraftMerge mergeWith(const DealBase &theirs, const QList<MergeSide> &choices) const;
    QCoro::Task<bool> mergeTheirs(QString sentence);
    bool putTogether(const DealBase &theirs, const QString &sentenceOfConflict);
    void adopt(const DealBase &theirs, const DraftMerge &merge);
    [[nodiscard]] EditorNotice takenOverNotice() const;
    void takeReviews(const DealBase &theirs);
    void showReviews();
    QCoro::Task<> storeTick(ApprovalId approval, QString path, bool done);
    QCoro::Task<> showNewPath(Error refusal);
    [[nodiscard]] EditorNotice movedOnNotice(const DealFacts &facts) const;
    QCoro::Task<> lookAgain();
    QCoro::Task<Status> saveTogether(Error stale);
    void contentChanged();
    void saved(const DealState &state, const DealDraft &draft);
    void saveFailed(const Error &error);
    QCoro::Task<> submissionFailed(Error error);
    bool pointOutProblems(const QList<FormProblem> &problems);
    [[nodiscard]] QList<FormProblem> unstorable() const;
    [[nodiscard]] JournalEntry journalEntry() const;
    void setPhase(Phase phase);
    void setNotice(const EditorNotice &notice);

    AppContext m_context;
    DealForm m_form;
    ChangeListModel m_changes;
    ReapprovalPreview m_reapproval;
    ApproverAbsences m_absences;
    SubmissionCheck m_check;
    DealBase m_base;
    QList<RevisionTick> m_ticksOnTheWay; ///< the owner's words that are not stored yet
    std::optional<DealBase> m_theirs;
    QList<FieldConflict> m_conflicts;
    QString m_takenOver; ///< places that the last putting together brought in
    Phase m_phase = Phase::Loading;
    EditorNotice m_notice;
    bool m_saving = false;
    bool m_saveAgain = false;
    bool m_submitNext = false;
    QDateTime m_savedAt;
    bool m_journalled = false;
    QString m_journalKey;
    QString m_pendingCommand;
    std::optional<DealDraft> m_pendingDraft;
    RequestScope m_alive;
    RequestScope m_looking;
    JournalWriter m_journal;
};

} // namespace dealdesk
