#pragma once

#include "core/enum_codes.h"

#include <QFont>
#include <QString>

class QApplication;
class QWidget;

namespace dealdesk {

/// What the user chose; codes are stored in the settings.
enum class ThemeChoice { System, Light, Dark };
template<>
struct EnumCodes<ThemeChoice> {
    static constexpr std::array table = {std::pair{ThemeChoice::System, "system"}, std::pair{ThemeChoice::Light, "light"},
                                         std::pair{ThemeChoice::Dark, "dark"}};
};

/// Sets style, palette and style sheet of the whole program; may be called again at any time. Widgets that paint themselves
/// read the palette when they paint; whoever caches colours listens to QEvent::PaletteChange.
void applyTheme(QApplication &application, ThemeChoice choice);

enum class TextSize { Caption, Body, Subheading, Heading, Title };

/// The program's font in one of five sizes; from Subheading on semi-bold.
QFont textFont(TextSize size);
void setTextSize(QWidget *widget, TextSize size);

/// Marks a field as wrong: red frame, `reason` as tooltip and accessible description. An empty reason clears the mark.
void setInvalid(QWidget *field, const QString &reason);

/// The role that the style sheet knows a widget by: setThemeRole(button, "primary"). Values: on buttons "primary", "danger",
/// "quiet", "link"; on labels "muted"; on frames "card", "toolbar"; on lists "sidebar", "plain" (without a frame, on a card).
void setThemeRole(QWidget *widget, const char *role);

} // namespace dealdesk
