#include "presentation/deal_editor/deal_editor.h"

#include "presentation/text/format.h"
#include "services/error_text.h"

#include <QLocale>
#include <QUuid>

namespace dealdesk {

using namespace Qt::StringLiterals;

namespace {
std::shared_ptr<const ReferenceData> referenceOf(const AppContext &context)
{
    return context.reference->isReady() ? context.reference->current() : std::make_shared<const ReferenceData>();
}
} // namespace

DealEditor::DealEditor(const AppContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_form(referenceOf(context))
    , m_changes(m_form)
    , m_reapproval(m_form)
    , m_absences(context.session)
    , m_check(m_form, m_changes, m_reapproval, m_absences)
    , m_journalKey(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_journal(context.journal, [this] { return journalEntry(); })
{
    connect(&m_form, &DealForm::contentChanged, this, &DealEditor::contentChanged);
    connect(this, &DealEditor::baseChanged, this, &DealEditor::showReviews);
    connect(&m_changes, &ChangeListModel::ticked, this, &DealEditor::storeTick);
    connect(context.reference.get(), &ReferenceStore::changed, this, [this] { m_form.setReference(referenceOf(m_context)); });
    connect(context.session.get(), &Session::dataChanged, this, [this](const DataChange &change) {
        if (m_base.deal && change.concerns(*m_base.deal))
            lookAgain();
    });
    connect(&m_journal, &JournalWriter::written, this, [this] {
        m_journalled = true;
        Q_EMIT stateChanged();
    });
    connect(&m_journal, &JournalWriter::failed, this, [this](const Error &error) {
        setNotice({Meaning::Negative, tr("Your changes cannot be kept on this computer: %1 Save the deal.").arg(sentenceFor(error)),
                   EditorNotice::Action::SaveAgain});
    });
    m_absences.load();
}

DealEditor::~DealEditor() = default;

void DealEditor::newDeal(DraftType type)
{
    const DealBase base = newBase(type, m_context.session->actor().id);
    start(base, contentOf(base.saved));
}

void DealEditor::start(const DealBase &base, const FormContent &content)
{
    m_base = base;
    m_theirs.reset();
    m_conflicts.clear();
    m_savedAt = {};
    m_form.reset(content, base.facts.draftType);
    const Hindrance hindrance = hindranceOf(DealAction::Edit, base.facts, m_context.session->actor());
    setPhase(hindrance == Hindrance::None ? Phase::Editing : Phase::ReadOnly);
    if (hindrance == Hindrance::None)
        setNotice({});
    else
        setNotice(
            {Meaning::Caution, explanation(hindrance), base.facts.expired ? EditorNotice::Action::Renew : EditorNotice::Action::ShowDeal});
    Q_EMIT baseChanged();
    Q_EMIT conflictChanged();
}

void DealEditor::contentChanged()
{
    m_journalled = false;
    if (m_phase == Phase::Editing || m_phase == Phase::Submitting) {
        if (isDirty())
            m_journal.changed();
        else if (!m_saving)
            m_journal.forget();
    }
    Q_EMIT stateChanged();
}

void DealEditor::discardChanges()
{
    m_form.setContent(contentOf(m_base.saved));
    m_journal.forget(); // also where nothing can be edited any more, else the words would be back at every start
    setNotice({});
}

DealAction DealEditor::submissionKind() const
{
    if (m_base.facts.draftType == DraftType::ScopingDraft)
        return DealAction::AskForScoping;
    return m_base.facts.status == DealStatus::Negotiating ? DealAction::Resubmit : DealAction::Submit;
}

bool DealEditor::isDirty() const
{
    return m_form.draftToStore() != m_base.saved || !m_form.content().unreadable.isEmpty();
}

QString DealEditor::title() const
{
    QString name = m_form.draft().name.simplified();
    if (name.isEmpty())
        name = m_base.reference;
    if (name.isEmpty())
        name = m_base.facts.draftType == DraftType::ScopingDraft ? tr("New scoping request") : tr("New deal");
    return isDirty() ? tr("%1 •", "title of a deal with unsaved changes").arg(name) : name;
}

QString DealEditor::saveStateText() const
{
    if (m_phase == Phase::Loading || m_phase == Phase::Failed)
        return {};
    if (m_phase == Phase::ReadOnly)
        return tr("Read only");
    if (m_saving)
        return tr("Saving…");
    if (!isDirty())
        return m_savedAt.isValid() ? tr("Saved at %1").arg(QLocale().toString(m_savedAt.time(), QLocale::ShortFormat)) : QString();
    return m_journalled ? tr("Not saved yet; kept on this computer") : tr("Not saved yet");
}

void DealEditor::dismissNotice()
{
    setNotice({});
}

JournalEntry DealEditor::journalEntry() const
{
    JournalEntry entry;
    entry.key = m_journalKey;
    entry.user = m_context.session->actor().id;
    entry.deal = m_base.deal;
    entry.baseVersion = m_base.version;
    entry.baseDraft = m_base.saved;
    entry.draftType = m_base.facts.draftType;
    entry.draft = m_form.draftToStore();
    entry.unreadable = m_form.content().unreadable;
    entry.pendingCommandId = m_pendingCommand;
    entry.pendingDraft = m_pendingDraft;
    entry.writtenAt = QDateTime::currentDateTimeUtc();
    return entry;
}

bool DealEditor::pointOutProblems(const QList<FormProblem> &problems)
{
    if (problems.isEmpty())
        return false;
    Q_EMIT problemsRequested();
    Q_EMIT placeRequested(problems.first().path);
    return true;
}

void DealEditor::setPhase(Phase phase)
{
    if (m_phase != phase) {
        m_phase = phase;
        Q_EMIT phaseChanged();
    }
    Q_EMIT stateChanged();
}

void DealEditor::setNotice(const EditorNotice &notice)
{
    m_notice = notice;
    Q_EMIT noticeChanged();
}

} // namespace dealdesk
