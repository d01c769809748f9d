#include "desktop/inbox/since_card.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

SinceCard::SinceCard(QWidget *parent) : Card(tr("What changed"), parent), m_more(new QLabel)
{
    setObjectName(u"sinceCard"_s);
    auto *compare = new QPushButton(icon("git-compare"_L1), tr("Compa&re cell by cell"));
    compare->setObjectName(u"differenceButton"_s);
    compare->setAccessibleName(tr("Compare cell by cell"));
    compare->setToolTip(tr("Key: D"));
    compare->setFocusPolicy(Qt::TabFocus);
    setThemeRole(compare, "quiet");
    connect(compare, &QPushButton::clicked, this, &SinceCard::differenceRequested);
    header()->addWidget(compare);
    for (int i = 0; i < kMostLines; ++i) {
        auto *line = new QLabel;
        line->setObjectName(u"sinceLine%1"_s.arg(i));
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        body()->addWidget(line);
        m_lines.append(line);
    }
    m_more->setObjectName(u"sinceMore"_s);
    setThemeRole(m_more, "muted");
    body()->addWidget(m_more);
}

void SinceCard::showSince(const std::optional<SinceDecision> &since)
{
    setVisible(since.has_value());
    if (!since)
        return;
    setTitle(since->headline);
    m_directions.clear();
    for (const ChangeSentence &change : since->changes)
        m_directions.append(change.direction);
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        m_lines.at(i)->setVisible(i < since->changes.size());
        if (i < since->changes.size())
            m_lines.at(i)->setText(since->changes.at(i).text);
    }
    const auto hidden = since->changes.size() - kMostLines;
    m_more->setVisible(hidden > 0 || since->changes.isEmpty());
    m_more->setText(hidden > 0 ? tr("and %n more", nullptr, int(hidden)) : tr("Nothing has changed."));
    colorLines();
}

void SinceCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colorLines();
}

void SinceCard::colorLines()
{
    for (qsizetype i = 0; i < qMin(m_directions.size(), m_lines.size()); ++i) {
        auto colored = palette();
        if (m_directions.at(i) == DifferenceCell::Direction::Worse)
            colored.setColor(QPalette::WindowText, toneColors(Tone::Negative, colored).foreground);
        m_lines.at(i)->setPalette(colored);
    }
}

} // namespace dealdesk
