#include "desktop/theme/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <variant>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct OfText {};
struct OnAccent {};
using Ink = std::variant<OfText, Tone, OnAccent>;

/// Draws one Lucide file with the stroke in the colour that the palette asks for at that moment.
class LucideEngine : public QIconEngine {
public:
    LucideEngine(const QString &name, Ink ink) : m_name(name), m_ink(ink) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
        QPixmap drawn = draw((QSizeF(rect.size()) * scale).toSize(), mode);
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return draw(size, mode); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override { return draw(size, mode); }
    [[nodiscard]] QIconEngine *clone() const override { return new LucideEngine(*this); }
    [[nodiscard]] QString key() const override { return u"lucide"_s; }
    QString iconName() override { return m_name; }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        switch (mode) {
        case QIcon::Disabled: return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected: return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active: break;
        }
        if (const auto *tone = std::get_if<Tone>(&m_ink))
            return toneColors(*tone, palette).foreground;
        return std::holds_alternative<OnAccent>(m_ink) ? QColor(Qt::white) : palette.color(QPalette::Active, QPalette::WindowText);
    }

    [[nodiscard]] QPixmap draw(const QSize &size, QIcon::Mode mode) const
    {
        const QByteArray stroke = color(mode).name().toLatin1();
        const QString key = u"lucide/%1/%2x%3/%4"_s.arg(m_name).arg(size.width()).arg(size.height()).arg(QLatin1StringView(stroke));
        QPixmap pixmap;
        if (size.isEmpty() || QPixmapCache::find(key, &pixmap))
            return pixmap;
        QFile file(u":/icons/lucide/%1.svg"_s.arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return pixmap;
        QSvgRenderer renderer(file.readAll().replace("currentColor", stroke));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        renderer.render(&painter);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    Ink m_ink;
};

QIcon lucide(QLatin1StringView name, Ink ink)
{
    if (!QFile::exists(u":/icons/lucide/%1.svg"_s.arg(name)))
        return {};
    return QIcon(new LucideEngine(name, ink));
}

} // namespace

QIcon icon(QLatin1StringView name)
{
    return lucide(name, OfText{});
}

QIcon icon(QLatin1StringView name, Tone tone)
{
    return lucide(name, tone);
}

QIcon iconOnAccent(QLatin1StringView name)
{
    return lucide(name, OnAccent{});
}

QIcon toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Positive: return icon("circle-check"_L1, tone);
    case Tone::Caution: return icon("triangle-alert"_L1, tone);
    case Tone::Negative: return icon("circle-alert"_L1, tone);
    case Tone::Neutral:
    case Tone::Info:
    case Tone::Accent:
    case Tone::Muted: break;
    }
    return icon("info"_L1, tone);
}

QIcon applicationIcon()
{
    return QIcon(u":/icons/dealdesk.svg"_s);
}

} // namespace dealdesk
