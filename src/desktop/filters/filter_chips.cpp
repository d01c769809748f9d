#include "desktop/filters/filter_chips.h"

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
    const QString prefix = objectName().chopped(5);
    m_clear->setObjectName(prefix + u"Clear"_s);
    for (QToolButton *button : m_buttons)
        button->deleteLater();
    m_buttons.clear();
    for (const FilterChip &chip : chips) {
        auto *button = new QToolButton(this);
        button->setObjectName(u"%1Chip%2"_s.arg(prefix).arg(chip.part));
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
