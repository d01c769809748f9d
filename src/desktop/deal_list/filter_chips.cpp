#include "desktop/deal_list/filter_chips.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr int kMostCharacters = 44;

QString shortened(const QString &text)
{
    return text.size() <= kMostCharacters ? text : text.first(kMostCharacters - 1) + u'…';
}
} // namespace

FilterChips::FilterChips(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this)), m_clear(new QToolButton(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(spacing::kTiny);
    m_clear->setObjectName(u"dealFilterClear"_s);
    m_clear->setText(tr("C&lear all"));
    m_clear->setAccessibleName(tr("Clear all filters"));
    connect(m_clear, &QToolButton::clicked, this, &FilterChips::clearRequested);
    m_row->addWidget(m_clear);
    m_row->addStretch();
    hide();
}

void FilterChips::setChips(const QList<FilterChip> &chips)
{
    if (chips == m_chips)
        return;
    m_chips = chips;
    for (QToolButton *button : m_buttons)
        button->deleteLater();
    m_buttons.clear();
    for (const FilterChip &chip : chips) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"dealFilterChip%1"_s.arg(int(chip.part)));
        button->setText(shortened(chip.text).replace(u'&', u"&&"_s));
        button->setToolTip(tr("%1. Click to take this away.").arg(chip.text).toHtmlEscaped());
        button->setAccessibleName(tr("Take away: %1").arg(chip.text));
        button->setIcon(icon("x"_L1));
        button->setIconSize(QSize(12, 12));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setLayoutDirection(Qt::RightToLeft); // the cross after the words
        setThemeRole(button, "chip");
        connect(button, &QToolButton::clicked, this, [this, part = chip.part] { Q_EMIT removeRequested(part); });
        m_row->insertWidget(int(m_buttons.size()), button);
        m_buttons.append(button);
    }
    setVisible(!chips.isEmpty());
}

} // namespace dealdesk
