#include "desktop/theme/colors.h"

#include "presentation/text/labels.h"

#include <array>
#include <cmath>

namespace dealdesk {

namespace {

struct Shades {
    QRgb foreground;
    QRgb background;
    QRgb border;
};

// In the order of Tone.
constexpr std::array<Shades, 7> kLight = {{
    {0xff3d4552, 0xffebedf1, 0xffd5d9e0}, // Neutral
    {0xff1d4f91, 0xffe3eefb, 0xffbbd5f3}, // Info
    {0xff1b6337, 0xffe1f4e7, 0xffb5dfc3}, // Positive
    {0xff7d4a00, 0xfffdf0d5, 0xfff0d49a}, // Caution
    {0xffa8231f, 0xfffce7e6, 0xfff3bebb}, // Negative
    {0xff3a4cc0, 0xffe6e9fc, 0xffc1c9f5}, // Accent
    {0xff59616e, 0xfff1f2f5, 0xffe2e5ea}, // Muted
}};
constexpr std::array<Shades, 7> kDark = {{
    {0xffd3d8e0, 0xff34383f, 0xff464b54}, // Neutral
    {0xff8dc1f7, 0xff1c324b, 0xff2c4c70}, // Info
    {0xff7fd49b, 0xff1b3826, 0xff2b5539}, // Positive
    {0xfff0be62, 0xff3f2f12, 0xff5e471c}, // Caution
    {0xffff9c94, 0xff472221, 0xff6b3331}, // Negative
    {0xffadb7ff, 0xff2b3160, 0xff414989}, // Accent
    {0xffa3acb9, 0xff2a2d33, 0xff3a3e46}, // Muted
}};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

bool isDark(const QPalette &palette)
{
    // Where the style sheet makes a background transparent, the palette has a transparent black: only the text tells.
    constexpr double middleGrey = 0.18;
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    return luminance(palette.color(QPalette::Active, QPalette::WindowText)) > (window.alpha() == 0 ? middleGrey : luminance(window));
}

ToneColors toneColors(Tone tone, bool dark)
{
    const Shades &shades = (dark ? kDark : kLight)[size_t(tone)];
    return {QColor::fromRgb(shades.foreground), QColor::fromRgb(shades.background), QColor::fromRgb(shades.border)};
}

ToneColors toneColors(Tone tone, const QPalette &palette)
{
    return toneColors(tone, isDark(palette));
}

Tone toneOf(Meaning meaning)
{
    switch (meaning) {
    case Meaning::Neutral: return Tone::Neutral;
    case Meaning::Info: return Tone::Info;
    case Meaning::Positive: return Tone::Positive;
    case Meaning::Caution: return Tone::Caution;
    case Meaning::Negative: return Tone::Negative;
    }
    return Tone::Neutral;
}

QColor accentColor(const QPalette &palette)
{
    return isDark(palette) ? QColor::fromRgb(0x5666dd) : QColor::fromRgb(0x3f51c9);
}

QColor borderColor(const QPalette &palette)
{
    return isDark(palette) ? QColor::fromRgb(0x3a3e46) : QColor::fromRgb(0xdcdfe5);
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double brighter = qMax(luminance(a), luminance(b));
    const double darker = qMin(luminance(a), luminance(b));
    return (brighter + 0.05) / (darker + 0.05);
}

} // namespace dealdesk
