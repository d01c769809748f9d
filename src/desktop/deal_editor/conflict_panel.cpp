#include "desktop/deal_editor/conflict_panel.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

ConflictPanel::ConflictPanel(QWidget *parent) : QWidget(parent), m_lines(new QLabel(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("From yours to what is saved"), this);
    layout->addWidget(card);
    m_lines->setObjectName(u"conflictLines"_s);
    m_lines->setTextFormat(Qt::PlainText);
    m_lines->setWordWrap(true);
    m_lines->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *keep = new QPushButton(tr("&Keep mine"), this);
    keep->setObjectName(u"keepMineButton"_s);
    keep->setAccessibleName(tr("Keep mine"));
    keep->setToolTip(tr("Goes on with your words; the next save replaces what is saved."));
    auto *take = new QPushButton(tr("Take what is sa&ved"), this);
    take->setObjectName(u"takeTheirsButton"_s);
    take->setAccessibleName(tr("Take what is saved"));
    take->setToolTip(tr("Puts what is saved into the form. Undo brings your words back."));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::kSmall);
    buttons->addWidget(keep);
    buttons->addWidget(take);
    buttons->addStretch();
    card->body()->addWidget(m_lines);
    card->body()->addLayout(buttons);
    setObjectName(u"conflictPanel"_s);
    setAccessibleName(tr("Differences"));
    hide();
    connect(keep, &QPushButton::clicked, this, &ConflictPanel::mineKept);
    connect(take, &QPushButton::clicked, this, &ConflictPanel::theirsTaken);
}

void ConflictPanel::setDifferences(const QStringList &lines)
{
    m_lines->setText(lines.join(u'\n'));
}

} // namespace dealdesk
