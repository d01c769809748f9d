#include "desktop/widgets/banner.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/icon_label.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(spacing::kIconSize, this))
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_dismiss(new QToolButton(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::kMedium, spacing::kSmall, spacing::kSmall, spacing::kSmall);
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_dismiss);

    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_dismiss->setIcon(icon("x"_L1));
    m_dismiss->setAccessibleName(tr("Dismiss message"));
    m_dismiss->setToolTip(tr("Dismiss"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setVisible(false);

    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_dismiss, &QToolButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    connect(this, &QObject::objectNameChanged, this, &Banner::nameParts);
}

void Banner::nameParts()
{
    m_text->setObjectName(objectName() + "Text"_L1);
    m_action->setObjectName(objectName() + "Action"_L1);
    m_dismiss->setObjectName(objectName() + "Dismiss"_L1);
}

void Banner::showMessage(Tone tone, const QString &text, const QString &action)
{
    m_tone = tone;
    m_icon->setIcon(toneIcon(tone));
    m_text->setText(text);
    m_action->setText(action);
    m_action->setAccessibleName(QString(action).remove(u'&'));
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(text);
    updateColors();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::clear()
{
    m_text->clear();
    hide();
}

void Banner::setDismissible(bool dismissible)
{
    m_dismiss->setVisible(dismissible);
}

QString Banner::text() const
{
    return m_text->text();
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        updateColors();
}

void Banner::updateColors()
{
    const QColor foreground = toneColors(m_tone, palette()).foreground;
    QPalette own = m_text->palette();
    if (own.color(QPalette::WindowText) == foreground)
        return;
    own.setColor(QPalette::WindowText, foreground);
    m_text->setPalette(own);
    update();
}

void Banner::paintEvent(QPaintEvent *)
{
    const ToneColors colors = toneColors(m_tone, palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colors.border);
    painter.setBrush(colors.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace dealdesk
