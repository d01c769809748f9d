#pragma once

#include "presentation/deal_editor/deal_editor.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace dealdesk {

class Banner;
class ConflictPanel;
class EmptyState;
class FieldBinder;
class ProblemPanel;
class SidePanel;
class SubmissionPanel;
class TiersPanel;

/// The screen on which a deal is written: the form, beside it figures and approval path, below it what is wrong or missing.
class DealEditorPage : public QWidget {
    Q_OBJECT

public:
    explicit DealEditorPage(const AppContext &context, QWidget *parent = nullptr);
    ~DealEditorPage() override;

    void newDeal(DraftType type);
    void open(DealId deal);
    /// What the journal kept of an editor that ended without saving.
    void restore(JournalEntry entry);

    [[nodiscard]] QString title() const { return m_editor.title(); }
    /// Nothing while the deal has not been saved.
    [[nodiscard]] std::optional<DealId> deal() const { return m_editor.base().deal; }

Q_SIGNALS:
    void titleChanged(const QString &title);
    void submitted(dealdesk::DealId deal);

private:
    QWidget *buildForm();
    void buildBody();
    void connectEditor();
    void addShortcuts();
    QAction *addShortcut(const QString &name, const QList<QKeySequence> &keys, std::function<void()> action);
    void showPhase();
    void showNotice();
    void showConflict();
    void takeNoticeAction();
    void goTo(const FieldPath &path);
    void leaveField();
    void save();
    void submit();
    void showCheck();
    void goToNextPoint();
    void finish(DealId deal);

    AppContext m_context;
    DealEditor m_editor;
    FieldBinder *m_binder = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    QSplitter *m_body = nullptr;
    QWidget *m_form = nullptr;
    QScrollArea *m_scroll = nullptr;
    TiersPanel *m_tiers = nullptr;
    SidePanel *m_side = nullptr;
    SubmissionPanel *m_submission = nullptr;
    ConflictPanel *m_conflict = nullptr;
    ProblemPanel *m_problems = nullptr;
    QAction *m_leaveCheck = nullptr;
    qsizetype m_lastPoint = -1;      ///< that F7 led to
    QPointer<QWidget> m_focusBefore; ///< where typing goes on after a submission that failed, or was thought better of
};

} // namespace dealdesk
