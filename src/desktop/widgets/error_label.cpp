#include "desktop/widgets/error_label.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/theme.h"

#include <QEvent>

namespace dealdesk {

ErrorLabel::ErrorLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setVisible(false);
    setTextSize(this, TextSize::Caption);
    updateColor();
}

void ErrorLabel::showError(QWidget *field, const QString &sentence)
{
    setText(sentence);
    setAccessibleName(sentence);
    setVisible(!sentence.isEmpty());
    setInvalid(field, sentence);
}

void ErrorLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        updateColor();
}

void ErrorLabel::updateColor()
{
    const QColor color = toneColors(Tone::Negative, palette()).foreground;
    if (palette().color(QPalette::WindowText) == color)
        return;
    auto colored = palette();
    colored.setColor(QPalette::WindowText, color);
    setPalette(colored);
}

} // namespace dealdesk
