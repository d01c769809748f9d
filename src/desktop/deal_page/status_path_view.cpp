#include "desktop/deal_page/status_path_view.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kDot = 16;
constexpr int kWidestStation = 170;

void paintDot(QPainter &painter, const QRect &dot, const PathStep &step, const QPalette &palette)
{
    const bool ahead = step.state == PathStep::State::Upcoming;
    const Tone tone = step.state == PathStep::State::Done ? Tone::Positive : toneOf(step.meaning);
    const ToneColors colors = toneColors(ahead ? Tone::Muted : tone, palette);
    painter.setPen(QPen(ahead ? borderColor(palette) : colors.foreground, step.state == PathStep::State::Current ? 2 : 1));
    painter.setBrush(ahead ? Qt::NoBrush : QBrush(colors.background));
    painter.drawEllipse(QRectF(dot).adjusted(1, 1, -1, -1));
    if (step.state == PathStep::State::Done) {
        icon("check"_L1, Tone::Positive).paint(&painter, dot.adjusted(3, 3, -3, -3));
    } else if (step.state == PathStep::State::Current) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.foreground);
        painter.drawEllipse(QRectF(dot).adjusted(5, 5, -5, -5));
    }
}

} // namespace

StatusPathView::StatusPathView(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StatusPathView::setPath(const QList<PathStep> &path)
{
    if (m_path == path)
        return;
    m_path = path;
    setAccessibleDescription(describe(path));
    setToolTip(describe(path).toHtmlEscaped());
    updateGeometry();
    update();
}

QSize StatusPathView::sizeHint() const
{
    return {int(m_path.size()) * 110, kDot + spacing::kTiny + fontMetrics().height() + spacing::kTiny};
}

QSize StatusPathView::minimumSizeHint() const
{
    return {int(m_path.size()) * 60, sizeHint().height()};
}

void StatusPathView::paintEvent(QPaintEvent *)
{
    if (m_path.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int room = qMin(kWidestStation, width() / int(m_path.size()));
    for (qsizetype i = 0; i < m_path.size(); ++i) {
        const PathStep &step = m_path.at(i);
        const int left = int(i) * room;
        const QRect dot(left, 0, kDot, kDot);
        if (i + 1 < m_path.size()) {
            const bool passed = step.state == PathStep::State::Done;
            painter.setPen(QPen(passed ? toneColors(Tone::Positive, palette()).foreground : borderColor(palette()), 1.5));
            painter.drawLine(left + kDot + spacing::kTiny, kDot / 2, left + room - spacing::kTiny, kDot / 2);
        }
        paintDot(painter, dot, step, palette());
        const bool current = step.state == PathStep::State::Current;
        QFont font = this->font();
        font.setWeight(current ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(current                                   ? toneColors(toneOf(step.meaning), palette()).foreground
                           : step.state == PathStep::State::Done ? palette().color(QPalette::WindowText)
                                                                 : toneColors(Tone::Muted, palette()).foreground);
        const QRect text(left, kDot + spacing::kTiny, room - spacing::kSmall, fontMetrics().height());
        painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, QFontMetrics(font).elidedText(step.text, Qt::ElideRight, text.width()));
    }
}

} // namespace dealdesk
