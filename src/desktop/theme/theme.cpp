#include "desktop/theme/theme.h"

#include "desktop/theme/colors.h"
#include "desktop/theme/palettes.h"

#include <QApplication>
#include <QFile>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr bool kNativeStyle =
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    true;
#else
    false;
#endif

QString named(const QColor &color)
{
    return color.name(QColor::HexRgb);
}

/// The style sheet with its @names replaced. Longer names first, so that none is taken for the beginning of another.
QString filledIn(const QString &resource, const QPalette &palette)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const bool dark = isDark(palette);
    const ToneColors negative = toneColors(Tone::Negative, dark);
    const QColor accent = accentColor(palette);
    const std::pair<QLatin1StringView, QString> values[] = {
        {"@accent-hover"_L1, named(dark ? accent.lighter(112) : accent.darker(112))},
        {"@accent"_L1, named(accent)},
        {"@border-strong"_L1, named(palette.color(QPalette::Mid))},
        {"@border"_L1, named(borderColor(palette))},
        {"@negative-bg"_L1, named(negative.background)},
        {"@negative"_L1, named(negative.foreground)},
        {"@control"_L1, named(palette.color(QPalette::PlaceholderText))}, // 3 : 1 against its surroundings, as WCAG asks of controls
        {"@shade"_L1, dark ? u"dark"_s : u"light"_s},
        {"@link"_L1, named(palette.color(QPalette::Active, QPalette::Link))},
        {"@muted"_L1, named(toneColors(Tone::Muted, dark).foreground)},
        {"@hover"_L1, named(palette.color(QPalette::Midlight))},
        {"@base"_L1, named(palette.color(QPalette::Active, QPalette::Base))},
        {"@window"_L1, named(palette.color(QPalette::Active, QPalette::Window))},
        {"@button"_L1, named(palette.color(QPalette::Active, QPalette::Button))},
        {"@disabled"_L1, named(palette.color(QPalette::Disabled, QPalette::Text))},
        {"@selected-text"_L1, named(palette.color(QPalette::Active, QPalette::HighlightedText))},
        {"@selected"_L1, named(palette.color(QPalette::Active, QPalette::Highlight))},
        {"@text"_L1, named(palette.color(QPalette::Active, QPalette::Text))},
    };
    for (const auto &[name, value] : values)
        sheet.replace(name, value);
    return sheet;
}

void useStyle(const QString &name)
{
    if (QApplication::style()->objectName().compare(name, Qt::CaseInsensitive) != 0)
        QApplication::setStyle(QStyleFactory::create(name));
}

/// Whether the desktop asks for dark. Call with the program's own palette taken away.
bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown)
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#endif
    return isDark(QApplication::palette());
}

} // namespace

void applyTheme(QApplication &application, ThemeChoice choice)
{
    static const QString nativeStyle = QApplication::style()->objectName();
    application.setStyleSheet({});
    QApplication::setPalette(QPalette());
    const bool native = kNativeStyle && choice == ThemeChoice::System;
    if (native) {
        useStyle(nativeStyle);
    } else {
        const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark());
        useStyle(u"Fusion"_s);
        QApplication::setPalette(dark ? darkPalette() : lightPalette());
    }
    const QPalette palette = QApplication::palette();
    QString sheet = filledIn(u":/theme/roles.qss"_s, palette);
    if (!native)
        sheet += filledIn(u":/theme/fusion.qss"_s, palette);
    application.setStyleSheet(sheet);

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    static QMetaObject::Connection following;
    QObject::disconnect(following);
    if (choice == ThemeChoice::System) {
        following = QObject::connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, &application,
                                     [&application] { applyTheme(application, ThemeChoice::System); });
    }
#endif
}

QFont textFont(TextSize size)
{
    QFont font = QApplication::font();
    qreal factor = 1;
    switch (size) {
    case TextSize::Caption: factor = 0.9; break;
    case TextSize::Body: break;
    case TextSize::Subheading: factor = 1.1; break;
    case TextSize::Heading: factor = 1.35; break;
    case TextSize::Title: factor = 1.7; break;
    }
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    if (size >= TextSize::Subheading)
        font.setWeight(QFont::DemiBold);
    return font;
}

void setTextSize(QWidget *widget, TextSize size)
{
    widget->setFont(textFont(size));
}

namespace {

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

void setInvalid(QWidget *field, const QString &reason)
{
    setStyleProperty(field, "invalid", !reason.isEmpty());
    field->setToolTip(reason);
    field->setAccessibleDescription(reason);
}

void setThemeRole(QWidget *widget, const char *role)
{
    setStyleProperty(widget, "themeRole", QLatin1StringView(role));
}

} // namespace dealdesk
