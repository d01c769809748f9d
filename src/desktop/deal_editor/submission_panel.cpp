#include "desktop/deal_editor/submission_panel.h"

#include "desktop/deal_editor/reapproval_panel.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/icon_lines.h"
#include "presentation/text/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

QLabel *textLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void showText(QLabel *label, const QStringList &lines)
{
    label->setText(lines.join(u'\n'));
    label->setVisible(!lines.isEmpty());
}

} // namespace

SubmissionPanel::SubmissionPanel(DealEditor &editor, QWidget *parent)
    : QFrame(parent), m_editor(editor), m_question(textLabel(u"submissionQuestion"_s, this)), m_news(textLabel(u"submissionNews"_s, this))
{
    setObjectName(u"submissionPanel"_s);
    setThemeRole(this, "toolbar");
    setTextSize(m_question, TextSize::Subheading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_question);
    layout->addWidget(m_news);
    layout->addWidget(buildColumns());
    layout->addWidget(buildButtons());
    hide();
    connect(&editor.check(), &SubmissionCheck::changed, this, &SubmissionPanel::showCheck);
}

QWidget *SubmissionPanel::buildColumns()
{
    auto *columns = new QWidget(this);
    auto *layout = new QHBoxLayout(columns);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kHuge);
    m_steps = new ReapprovalPanel(m_editor.reapproval(), u"submissionStep"_s, columns);
    m_openHeading = textLabel(u"submissionOpenHeading"_s, columns);
    m_openHeading->setText(tr("Open, and sent as it is:"));
    setThemeRole(m_openHeading, "muted");
    m_open = new IconLines(u"submissionOpen"_s, columns);
    m_open->setAccessibleName(tr("What is open"));
    auto *open = new QVBoxLayout;
    open->setSpacing(spacing::kTiny);
    open->addWidget(m_openHeading);
    open->addWidget(m_open);
    open->addStretch();
    layout->addWidget(m_steps, 1, Qt::AlignTop);
    layout->addLayout(open, 1);
    return columns;
}

QWidget *SubmissionPanel::buildButtons()
{
    auto *buttons = new QWidget(this);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kSmall);
    m_confirm = new QPushButton(buttons);
    m_confirm->setObjectName(u"confirmSubmissionButton"_s);
    setThemeRole(m_confirm, "primary");
    m_back = new QPushButton(tr("Back to the form (Esc)"), buttons);
    m_back->setObjectName(u"leaveSubmissionButton"_s);
    m_back->setAccessibleName(tr("Back to the form"));
    for (QPushButton *button : {m_confirm, m_back})
        button->setAutoDefault(true); // Enter presses what has the keyboard
    layout->addWidget(m_confirm);
    layout->addWidget(m_back);
    layout->addStretch();
    connect(m_confirm, &QPushButton::clicked, this, &SubmissionPanel::confirmed);
    connect(m_back, &QPushButton::clicked, this, &SubmissionPanel::leftAlone);
    return buttons;
}

void SubmissionPanel::takeFocus()
{
    m_confirm->setFocus(Qt::ShortcutFocusReason);
}

void SubmissionPanel::showCheck()
{
    const SubmissionCheck &check = m_editor.check();
    if (!check.isOpen()) {
        hide();
        return;
    }
    const QString send = label(m_editor.submissionKind()).remove(u'&');
    m_confirm->setText(tr("%1 (Ctrl+Enter)", "what to do").arg(send));
    m_confirm->setAccessibleName(send);
    m_question->setText(check.question());
    setAccessibleName(check.question());
    QStringList news = check.news();
    if (!news.isEmpty())
        news.prepend(tr("What is different from what you were shown:"));
    showText(m_news, news);
    m_steps->setVisible(!m_editor.reapproval().steps().isEmpty());
    showOpenThings();
    show();
}

void SubmissionPanel::showOpenThings()
{
    QList<IconLines::Line> open;
    const QStringList points = m_editor.changes().openPoints();
    for (const QString &point : points)
        open.append({icon("circle"_L1, Tone::Caution), point});
    if (m_editor.changes().hasUnanswered()) {
        open.append({icon("hourglass"_L1, Tone::Info),
                     tr("%1 Whoever has not answered gets the new revision.").arg(m_editor.changes().unansweredText())});
    }
    const QList<AbsenceHint> hints = m_editor.check().absences();
    for (const AbsenceHint &hint : hints)
        open.append({icon("user"_L1, hint.waits ? Tone::Caution : Tone::Info), hint.text});
    m_open->setLines(open);
    m_openHeading->setVisible(!open.isEmpty());
}

} // namespace dealdesk
