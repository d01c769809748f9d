#include "desktop/inbox/held_strip.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/icon_label.h"
#include "presentation/inbox/task_commands.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kBeatMs = 200; ///< often enough that no second is skipped

QString whatOf(const HeldDecisions::Batch &batch)
{
    const HeldDecision &first = batch.decisions.constFirst();
    if (batch.decisions.size() == 1)
        return imperative(first.action, first.task.reference);
    return imperative(first.action, HeldStrip::tr("%n deal(s)", nullptr, int(batch.decisions.size())));
}

QLabel *plainLabel(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

HeldStrip::HeldStrip(Inbox *inbox, QWidget *parent) : QFrame(parent), m_inbox(inbox)
{
    setObjectName(u"heldStrip"_s);
    setAccessibleName(tr("Decisions that can be taken back"));
    setThemeRole(this, "toolbar");
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(spacing::kMedium, spacing::kTiny, spacing::kMedium, spacing::kTiny);
    row->setSpacing(spacing::kHuge);
    for (int i = 0; i < kMostShown; ++i)
        m_entries.append(addEntry(row, i));
    m_more = plainLabel(u"heldMore"_s);
    setThemeRole(m_more, "muted");
    row->addWidget(m_more);
    row->addStretch();
    addSent(row);
    m_clock.setInterval(kBeatMs);
    connect(&m_clock, &QTimer::timeout, this, &HeldStrip::show);
    connect(m_inbox->held(), &HeldDecisions::changed, this, &HeldStrip::show);
    connect(m_inbox, &Inbox::lastSentChanged, this, &HeldStrip::show);
    show();
}

HeldStrip::Entry HeldStrip::addEntry(QHBoxLayout *row, int number)
{
    Entry entry{new QWidget, plainLabel(u"heldText%1"_s.arg(number)), new QPushButton(icon("undo-2"_L1), tr("Undo")), 0};
    auto *inner = new QHBoxLayout(entry.box);
    inner->setContentsMargins({});
    inner->setSpacing(spacing::kSmall);
    auto *picture = new IconLabel(spacing::kIconSize);
    picture->setIcon(icon("hourglass"_L1, Tone::Caution));
    for (QWidget *part : QList<QWidget *>{picture, entry.text, entry.undo})
        inner->addWidget(part);
    entry.undo->setObjectName(u"heldUndo%1"_s.arg(number));
    entry.undo->setFocusPolicy(Qt::TabFocus); // a click leaves the keys with the list
    if (number == 0)
        entry.undo->setToolTip(tr("Key: U"));
    connect(entry.undo, &QPushButton::clicked, this, [this, number] { m_inbox->held()->undo(m_entries.at(number).batch); });
    row->addWidget(entry.box);
    return entry;
}

void HeldStrip::addSent(QHBoxLayout *row)
{
    m_sentBox = new QWidget;
    auto *inner = new QHBoxLayout(m_sentBox);
    inner->setContentsMargins({});
    inner->setSpacing(spacing::kSmall);
    m_sent = plainLabel(u"sentText"_s);
    setThemeRole(m_sent, "muted");
    m_rescind = new QPushButton(icon("undo-2"_L1), tr("Take it back…"));
    m_rescind->setObjectName(u"rescindButton"_s);
    m_rescind->setAccessibleName(tr("Take back the decision that was sent last"));
    m_rescind->setToolTip(tr("Key: U"));
    m_rescind->setFocusPolicy(Qt::TabFocus);
    setThemeRole(m_rescind, "quiet");
    connect(m_rescind, &QPushButton::clicked, this, &HeldStrip::rescindRequested);
    inner->addWidget(m_sent);
    inner->addWidget(m_rescind);
    row->addWidget(m_sentBox);
}

void HeldStrip::show()
{
    const auto &batches = m_inbox->held()->batches();
    for (int i = 0; i < m_entries.size(); ++i)
        showEntry(m_entries[i], i < batches.size() ? &batches.at(batches.size() - 1 - i) : nullptr);
    const auto hidden = int(batches.size()) - kMostShown;
    m_more->setVisible(hidden > 0);
    m_more->setText(tr("and %n more", nullptr, hidden));
    const auto &sent = m_inbox->lastSent();
    m_sentBox->setVisible(sent.has_value());
    if (sent)
        m_sent->setText(tr("Sent: %1").arg(pastTense(sent->action, sent->task.reference)));
    setVisible(!batches.isEmpty() || sent);
    if (batches.isEmpty())
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start();
}

void HeldStrip::showEntry(Entry &entry, const HeldDecisions::Batch *batch)
{
    entry.box->setVisible(batch != nullptr);
    if (!batch)
        return;
    entry.batch = batch->id;
    const QString what = whatOf(*batch);
    entry.text->setText(batch->isSending ? tr("%1: sending…").arg(what)
                                         : tr("%1 in %2 s", "what; seconds").arg(what).arg(batch->secondsLeft()));
    entry.undo->setVisible(!batch->isSending);
    entry.undo->setAccessibleName(tr("Undo: %1").arg(what));
}

} // namespace dealdesk
