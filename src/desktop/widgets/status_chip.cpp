#include "desktop/widgets/status_chip.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QPainter>

namespace dealdesk {

namespace {

constexpr int kPadding = spacing::kSmall;
constexpr int kMargin = 2; // above and below the letters

QFont chipFont(QFont font)
{
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * 0.92);
    font.setWeight(QFont::Medium);
    return font;
}

} // namespace

QSize chipSize(const QString &text, const QFont &font)
{
    const QFontMetrics metrics(chipFont(font));
    return {metrics.horizontalAdvance(text) + 2 * kPadding, metrics.height() + 2 * kMargin};
}

void paintChip(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const QPalette &palette, const QFont &font)
{
    if (text.isEmpty())
        return;
    const QSize wanted = chipSize(text, font);
    QRect pill(rect.left(), 0, qMin(wanted.width(), rect.width()), qMin(wanted.height(), rect.height()));
    pill.moveTop(rect.center().y() - pill.height() / 2);
    const ToneColors colors = toneColors(tone, palette);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(colors.border);
    painter->setBrush(colors.background);
    const qreal radius = pill.height() / 2.0;
    painter->drawRoundedRect(QRectF(pill).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter->setFont(chipFont(font));
    painter->setPen(colors.foreground);
    const QRect inside = pill.adjusted(kPadding, 0, -kPadding, 0);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, inside.width() + 1);
    painter->drawText(inside, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter->restore();
}

StatusChip::StatusChip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void StatusChip::setStatus(const QString &text, Tone tone)
{
    if (accessibleName().isEmpty() || accessibleName() == m_text)
        setAccessibleName(text);
    m_text = text;
    m_tone = tone;
    updateGeometry();
    update();
}

QSize StatusChip::sizeHint() const
{
    return chipSize(m_text, font());
}

QSize StatusChip::minimumSizeHint() const
{
    return {qMin(sizeHint().width(), 4 * kPadding), sizeHint().height()};
}

void StatusChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintChip(&painter, rect(), m_text, m_tone, palette(), font());
}

} // namespace dealdesk
