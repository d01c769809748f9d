#include "desktop/deal_editor/editor_header.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/elided_label.h"
#include "desktop/widgets/status_chip.h"
#include "presentation/text/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

EditorHeader::EditorHeader(DealEditor &editor, QWidget *parent)
    : QFrame(parent)
    , m_editor(editor)
    , m_title(new ElidedLabel(this))
    , m_reference(new QLabel(this))
    , m_status(new StatusChip(this))
    , m_saveState(new ElidedLabel(this))
{
    setThemeRole(this, "toolbar");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kSmall, spacing::kLarge, spacing::kSmall);
    layout->setSpacing(spacing::kSmall);
    m_title->setObjectName(u"editorTitle"_s);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    setTextSize(m_title, TextSize::Heading);
    m_reference->setObjectName(u"editorReference"_s);
    m_reference->setTextFormat(Qt::PlainText);
    m_reference->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setThemeRole(m_reference, "muted");
    m_status->setObjectName(u"editorStatus"_s);
    m_saveState->setObjectName(u"saveState"_s);
    m_saveState->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setThemeRole(m_saveState, "muted");
    layout->addWidget(m_title, 3);
    layout->addWidget(m_reference);
    layout->addWidget(m_status);
    layout->addWidget(m_saveState, 2);
    addButtons();
    connect(&editor, &DealEditor::stateChanged, this, &EditorHeader::showState);
    connect(&editor, &DealEditor::baseChanged, this, &EditorHeader::showState);
    connect(&editor.form(), &DealForm::historyChanged, this, &EditorHeader::showState);
    showState();
}

void EditorHeader::addButtons()
{
    m_undo = addTool(u"undoButton"_s, "undo-2"_L1, tr("Undo (Ctrl+Z)"));
    m_redo = addTool(u"redoButton"_s, "redo-2"_L1, tr("Redo (Ctrl+Y)"));
    m_discard = addButton(u"discardButton"_s, tr("Di&scard changes"), tr("Go back to what is saved; can be undone"));
    m_save = addButton(u"saveButton"_s, tr("Save"), tr("Save the draft as it is (Ctrl+S)"));
    m_save->setIcon(icon("save"_L1));
    m_submit = addButton(u"submitButton"_s, {}, tr("Check and send (Ctrl+Enter)"));
    setThemeRole(m_submit, "primary");
    connect(m_undo, &QToolButton::clicked, &m_editor.form(), &DealForm::undo);
    connect(m_redo, &QToolButton::clicked, &m_editor.form(), &DealForm::redo);
    connect(m_discard, &QPushButton::clicked, &m_editor, &DealEditor::discardChanges);
    connect(m_save, &QPushButton::clicked, this, &EditorHeader::saveRequested);
    connect(m_submit, &QPushButton::clicked, this, &EditorHeader::submitRequested);
}

QToolButton *EditorHeader::addTool(const QString &name, QLatin1StringView iconName, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setFocusPolicy(Qt::TabFocus);
    layout()->addWidget(button);
    return button;
}

QPushButton *EditorHeader::addButton(const QString &name, const QString &text, const QString &toolTip)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setAccessibleName(text.isEmpty() ? toolTip : QString(text).remove(u'&'));
    layout()->addWidget(button);
    return button;
}

void EditorHeader::showState()
{
    const bool editing = m_editor.phase() == DealEditor::Phase::Editing;
    m_title->setText(m_editor.title());
    m_reference->setText(m_editor.base().reference);
    m_reference->setVisible(!m_editor.base().reference.isEmpty());
    const DealStatus status = m_editor.base().facts.status;
    m_status->setStatus(label(status), toneOf(meaningOf(status)));
    m_saveState->setText(m_editor.saveStateText());
    m_undo->setEnabled(editing && m_editor.form().canUndo());
    m_redo->setEnabled(editing && m_editor.form().canRedo());
    m_discard->setEnabled(editing && m_editor.isDirty());
    m_save->setEnabled(editing && m_editor.isDirty());
    m_submit->setEnabled(editing && !m_editor.isSaving());
    const QString submit = label(m_editor.submissionKind()).remove(u'&'); // has keys of its own; the letters go to the fields
    m_submit->setText(submit);
    m_submit->setAccessibleName(submit);
}

} // namespace dealdesk
