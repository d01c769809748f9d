#include "desktop/deal_editor/deal_editor_page.h"

#include "desktop/deal_editor/change_list_panel.h"
#include "desktop/deal_editor/conflict_panel.h"
#include "desktop/deal_editor/context_panel.h"
#include "desktop/deal_editor/deal_panel.h"
#include "desktop/deal_editor/editor_header.h"
#include "desktop/deal_editor/field_binder.h"
#include "desktop/deal_editor/problem_panel.h"
#include "desktop/deal_editor/side_panel.h"
#include "desktop/deal_editor/submission_panel.h"
#include "desktop/deal_editor/tiers_panel.h"
#include "desktop/theme/spacing.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/card.h"
#include "desktop/widgets/empty_state.h"

#include <QAction>
#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

DealEditorPage::DealEditorPage(const AppContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_editor(context)
    , m_binder(new FieldBinder(m_editor.form(), this))
    , m_banner(new Banner(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_submission(new SubmissionPanel(m_editor, this))
    , m_problems(new ProblemPanel(m_editor.form(), this))
{
    setObjectName(u"dealEditorPage"_s);
    auto *header = new EditorHeader(m_editor, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header);
    layout->addWidget(m_banner);
    layout->addWidget(m_submission);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_problems);
    m_banner->setObjectName(u"editorBanner"_s);
    m_empty->setObjectName(u"editorEmpty"_s);
    buildBody();
    setFocusProxy(findChild<QWidget *>(u"nameEdit"_s)); // its keys work as soon as it is shown, and whenever it is shown again
    connect(header, &EditorHeader::saveRequested, this, &DealEditorPage::save);
    connect(header, &EditorHeader::submitRequested, this, &DealEditorPage::submit);
    connectEditor();
    showPhase();
}

DealEditorPage::~DealEditorPage() = default;

void DealEditorPage::buildBody()
{
    m_body = new QSplitter(Qt::Horizontal, this);
    m_body->setObjectName(u"editorSplitter"_s);
    m_body->setChildrenCollapsible(false);
    m_body->addWidget(buildForm());
    m_side = new SidePanel(m_editor, m_body);
    m_body->addWidget(m_side);
    m_body->setStretchFactor(0, 3);
    m_body->setStretchFactor(1, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_body);
}

QWidget *DealEditorPage::buildForm()
{
    m_form = new QWidget(this);
    auto *layout = new QVBoxLayout(m_form);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kSmall, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    m_conflict = new ConflictPanel(m_form);
    // Made in the order in which Tab goes through them.
    auto *deal = new Card(tr("Deal"), m_form);
    deal->body()->addWidget(new DealPanel(m_editor.form(), *m_binder, deal));
    m_tiers = new TiersPanel(m_editor.form(), m_form);
    auto *contextCard = new Card(tr("Context"), m_form);
    contextCard->body()->addWidget(new ContextPanel(*m_binder, contextCard));
    for (QWidget *part : std::initializer_list<QWidget *>{m_conflict, deal, m_tiers, contextCard})
        layout->addWidget(part);
    layout->addStretch();
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"editorScroll"_s);
    m_scroll->setAccessibleName(tr("Deal form"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_form);
    m_scroll->setMinimumWidth(m_form->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width());
    return m_scroll;
}

void DealEditorPage::connectEditor()
{
    connect(&m_editor, &DealEditor::phaseChanged, this, &DealEditorPage::showPhase);
    connect(&m_editor, &DealEditor::noticeChanged, this, &DealEditorPage::showNotice);
    connect(&m_editor, &DealEditor::conflictChanged, this, &DealEditorPage::showConflict);
    connect(&m_editor, &DealEditor::stateChanged, this, [this] { Q_EMIT titleChanged(title()); });
    connect(&m_editor, &DealEditor::placeRequested, this, &DealEditorPage::goTo);
    connect(&m_editor, &DealEditor::problemsRequested, m_problems, &ProblemPanel::open);
    connect(&m_editor, &DealEditor::submitted, this, &DealEditorPage::finish);
    connect(&m_editor.form(), &DealForm::placeChanged, this, &DealEditorPage::goTo);
    connect(m_problems, &ProblemPanel::chosen, this, &DealEditorPage::goTo);
    connect(m_side->changes(), &ChangeListPanel::chosen, this, &DealEditorPage::goTo);
    connect(&m_editor.check(), &SubmissionCheck::changed, this, &DealEditorPage::showCheck);
    connect(m_submission, &SubmissionPanel::confirmed, this, &DealEditorPage::submit);
    connect(m_submission, &SubmissionPanel::leftAlone, &m_editor.check(), &SubmissionCheck::close);
    connect(m_conflict, &ConflictPanel::chosen, &m_editor, &DealEditor::resolveConflict);
    connect(m_conflict, &ConflictPanel::mineKept, &m_editor, &DealEditor::keepMine);
    connect(m_conflict, &ConflictPanel::theirsTaken, &m_editor, &DealEditor::takeTheirs);
    connect(m_banner, &Banner::actionTriggered, this, &DealEditorPage::takeNoticeAction);
    connect(m_banner, &Banner::dismissed, &m_editor, &DealEditor::dismissNotice);
    connect(m_tiers, &TiersPanel::remark, this, [this](const QString &text) {
        if (text.isEmpty())
            m_banner->clear();
        else
            m_banner->showMessage(Tone::Caution, text);
    });
    addShortcuts();
}

void DealEditorPage::addShortcuts()
{
    addShortcut(u"saveAction"_s, {QKeySequence::Save}, [this] { save(); });
    addShortcut(u"submitAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}, [this] { submit(); });
    addShortcut(u"undoAction"_s, {QKeySequence(Qt::CTRL | Qt::Key_Z)}, [this] { m_editor.form().undo(); });
    addShortcut(u"redoAction"_s, {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)},
                [this] { m_editor.form().redo(); });
    addShortcut(u"nextProblemAction"_s, {QKeySequence(Qt::Key_F8)}, [this] {
        m_problems->open();
        m_problems->goToNext();
    });
    addShortcut(u"nextPointAction"_s, {QKeySequence(Qt::Key_F7)}, [this] { goToNextPoint(); });
    addShortcut(u"changeListAction"_s, {QKeySequence(Qt::SHIFT | Qt::Key_F7)}, [this] { m_side->changes()->takeFocus(); });
    addShortcut(u"noticeAction"_s, {QKeySequence(Qt::Key_F9)}, [this] { takeNoticeAction(); }); // the letters go to the fields
    m_leaveCheck = addShortcut(u"leaveSubmissionAction"_s, {QKeySequence(Qt::Key_Escape)}, [this] { m_editor.check().close(); });
    m_leaveCheck->setEnabled(false); // a cell takes back with it what was typed
}

QAction *DealEditorPage::addShortcut(const QString &name, const QList<QKeySequence> &keys, std::function<void()> action)
{
    auto *shortcut = new QAction(this);
    shortcut->setObjectName(name);
    shortcut->setShortcuts(keys);
    shortcut->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QAction::triggered, this, action);
    addAction(shortcut);
    return shortcut;
}

void DealEditorPage::newDeal(DraftType type)
{
    m_editor.newDeal(type);
    goTo({Field::Name});
}

void DealEditorPage::open(DealId deal)
{
    m_editor.open(deal);
}

void DealEditorPage::restore(JournalEntry entry)
{
    m_editor.restore(std::move(entry));
}

void DealEditorPage::showPhase()
{
    const DealEditor::Phase phase = m_editor.phase();
    const bool hasForm = phase != DealEditor::Phase::Loading && phase != DealEditor::Phase::Failed;
    if (phase == DealEditor::Phase::Loading)
        m_empty->setContent("hourglass"_L1, tr("Opening the deal…"), {});
    else if (phase == DealEditor::Phase::Failed)
        m_empty->setContent("circle-alert"_L1, tr("The deal could not be opened"), tr("The message above says why."));
    m_stack->setCurrentWidget(hasForm ? static_cast<QWidget *>(m_body) : m_empty);
    m_problems->setVisible(phase == DealEditor::Phase::Editing || phase == DealEditor::Phase::Submitting);
    // A submission takes the form as it is: while it is under way nothing is typed that would be lost.
    QWidget *focused = QApplication::focusWidget();
    const bool editable = phase == DealEditor::Phase::Editing;
    if (m_form->isEnabled() == editable)
        return;
    m_form->setEnabled(editable);
    if (!editable)
        m_focusBefore = focused;
    else if (m_focusBefore && m_form->isAncestorOf(m_focusBefore))
        m_focusBefore->setFocus();
    else
        goTo({Field::Name});
}

void DealEditorPage::showNotice()
{
    const EditorNotice &notice = m_editor.notice();
    if (notice.text.isEmpty()) {
        m_banner->clear();
        return;
    }
    QString action;
    switch (notice.action) {
    case EditorNotice::Action::None: break;
    case EditorNotice::Action::Discard: action = tr("Discard changes (F9)"); break;
    case EditorNotice::Action::Compare: action = tr("Compare… (F9)"); break;
    case EditorNotice::Action::SaveAgain: action = tr("Save again (F9)"); break;
    case EditorNotice::Action::Renew: action = tr("Renew draft (F9)"); break;
    case EditorNotice::Action::ShowDeal: action = tr("Show deal (F9)"); break;
    }
    m_banner->showMessage(toneOf(notice.meaning), notice.text, action);
}

void DealEditorPage::takeNoticeAction()
{
    switch (m_editor.notice().action) {
    case EditorNotice::Action::None: break;
    case EditorNotice::Action::Discard: m_editor.discardChanges(); break;
    case EditorNotice::Action::Compare:
        m_conflict->show();
        m_conflict->takeFocus();
        m_scroll->ensureWidgetVisible(m_conflict);
        break;
    case EditorNotice::Action::SaveAgain: save(); break;
    case EditorNotice::Action::Renew: m_editor.renew(); break;
    case EditorNotice::Action::ShowDeal:
        if (deal())
            Q_EMIT m_context.navigator->dealRequested(*deal());
        break;
    }
}

void DealEditorPage::showConflict()
{
    m_conflict->setConflicts(m_editor.conflicts());
    if (!m_editor.hasConflict())
        m_conflict->hide();
}

void DealEditorPage::goTo(const FieldPath &path)
{
    const FieldPath field = path.field == Field::Advertiser || path.field == Field::Agency ? m_editor.form().clientField() : path;
    if (m_tiers->goTo(field) || m_binder->goTo(field)) {
        if (QWidget *focused = QApplication::focusWidget(); focused && m_form->isAncestorOf(focused))
            m_scroll->ensureWidgetVisible(focused, spacing::kLarge, spacing::kHuge * 2);
    }
}

/// What stands in an open cell or field belongs to what is saved.
void DealEditorPage::leaveField()
{
    QWidget *focused = QApplication::focusWidget();
    if (!focused || !m_form->isAncestorOf(focused))
        return;
    if (auto *view = qobject_cast<QAbstractItemView *>(focused->parentWidget() ? focused->parentWidget()->parentWidget() : nullptr))
        view->setFocus();
}

void DealEditorPage::save()
{
    leaveField();
    m_editor.save();
}

void DealEditorPage::submit()
{
    leaveField();
    m_editor.submit();
}

/// The keyboard goes to the question, and back to where it was when the owner thinks better of it.
void DealEditorPage::showCheck()
{
    const bool isOpen = m_editor.check().isOpen();
    if (m_leaveCheck->isEnabled() == isOpen)
        return;
    m_leaveCheck->setEnabled(isOpen);
    if (isOpen) {
        m_focusBefore = QApplication::focusWidget();
        m_submission->takeFocus();
    } else if (m_editor.phase() == DealEditor::Phase::Editing && m_focusBefore && !m_form->isAncestorOf(QApplication::focusWidget())) {
        m_focusBefore->setFocus();
    }
}

/// From one point to the next that is not dealt with, after the last to the first.
void DealEditorPage::goToNextPoint()
{
    const QList<ChangeItem> &points = m_editor.changes().rows();
    for (qsizetype step = 1; step <= points.size(); ++step) {
        const qsizetype next = (m_lastPoint + step) % points.size();
        if (points.at(next).isDone || !points.at(next).place)
            continue;
        m_lastPoint = next;
        goTo(*points.at(next).place);
        return;
    }
}

void DealEditorPage::finish(DealId deal)
{
    Q_EMIT submitted(deal);
    Q_EMIT m_context.navigator->dealRequested(deal);
    Q_EMIT m_context.navigator->closeRequested(this);
}

} // namespace dealdesk
