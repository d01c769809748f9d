#include "desktop/theme/palettes.h"

namespace dealdesk {

namespace {

struct Surface {
    QRgb window, base, alternate, button, text, muted, disabled;
    QRgb highlight, highlightedText, link;
    QRgb light, midlight, mid, dark, shadow;
};

QPalette paletteOf(const Surface &surface)
{
    QPalette palette;
    const auto set = [&palette](std::initializer_list<QPalette::ColorRole> roles, QRgb rgb) {
        for (const auto role : roles)
            palette.setColor(role, QColor::fromRgb(rgb));
    };
    set({QPalette::Window}, surface.window);
    set({QPalette::Base, QPalette::ToolTipBase}, surface.base);
    set({QPalette::AlternateBase}, surface.alternate);
    set({QPalette::Button}, surface.button);
    set({QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText}, surface.text);
    set({QPalette::PlaceholderText}, surface.muted);
    set({QPalette::Highlight}, surface.highlight);
    set({QPalette::HighlightedText}, surface.highlightedText);
    set({QPalette::Link, QPalette::LinkVisited}, surface.link);
    set({QPalette::Light}, surface.light);
    set({QPalette::Midlight}, surface.midlight);
    set({QPalette::Mid}, surface.mid);
    set({QPalette::Dark}, surface.dark);
    set({QPalette::Shadow}, surface.shadow);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    set({QPalette::Accent}, surface.link);
#endif
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, QColor::fromRgb(surface.disabled));
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor::fromRgb(surface.window));
    return palette;
}

} // namespace

QPalette lightPalette()
{
    return paletteOf({.window = 0xf5f6f8,
                      .base = 0xffffff,
                      .alternate = 0xfafbfc,
                      .button = 0xffffff,
                      .text = 0x1b1f27,
                      .muted = 0x6b7380,
                      .disabled = 0x9aa1ac,
                      .highlight = 0xdde4fb,
                      .highlightedText = 0x1b1f27,
                      .link = 0x3a4cc0,
                      .light = 0xffffff,
                      .midlight = 0xf0f1f4,
                      .mid = 0xc3c8d0,
                      .dark = 0xa5abb6,
                      .shadow = 0x6b7380});
}

QPalette darkPalette()
{
    return paletteOf({.window = 0x1b1d22,
                      .base = 0x212429,
                      .alternate = 0x24272d,
                      .button = 0x2b2f36,
                      .text = 0xe6e9ee,
                      .muted = 0x949dab,
                      .disabled = 0x6c7480,
                      .highlight = 0x303a6b,
                      .highlightedText = 0xf2f4f8,
                      .link = 0xadb7ff,
                      .light = 0x3a3f48,
                      .midlight = 0x30343b,
                      .mid = 0x4a4f59,
                      .dark = 0x15171b,
                      .shadow = 0x0c0d10});
}

} // namespace dealdesk
