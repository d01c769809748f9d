#include "desktop/widgets/elided_label.h"

#include <QEvent>
#include <QHelpEvent>
#include <QStyleOption>
#include <QStylePainter>
#include <QToolTip>

namespace dealdesk {

ElidedLabel::ElidedLabel(QWidget *parent) : ElidedLabel(QString(), parent) {}

ElidedLabel::ElidedLabel(const QString &text, QWidget *parent) : QLabel(text, parent)
{
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    return {qMin(whole.width(), fontMetrics().averageCharWidth() * 4), whole.height()};
}

QString ElidedLabel::shownText() const
{
    return fontMetrics().elidedText(text().simplified(), m_mode, contentsRect().width());
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    painter.drawItemText(contentsRect(), int(QStyle::visualAlignment(layoutDirection(), alignment())), option.palette, isEnabled(),
                         shownText(), foregroundRole());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), shownText() == text() ? QString() : text(), this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace dealdesk
