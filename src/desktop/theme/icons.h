#pragma once

#include "desktop/theme/colors.h"

#include <QIcon>
#include <QLatin1StringView>

namespace dealdesk {

/// A Lucide icon by its file name without suffix: icon("inbox"_L1). Takes the palette's text colour at paint time, so it follows
/// light, dark, disabled and selected by itself, and is sharp at any scale. An unknown name is a bug and gives a null icon.
QIcon icon(QLatin1StringView name);

/// The same in the colour of a tone. Disabled and selected it follows the palette.
QIcon icon(QLatin1StringView name, Tone tone);

/// White, for buttons of the role "primary".
QIcon iconOnAccent(QLatin1StringView name);

/// The icon for a tone itself, for banners and messages: info, circle-check, triangle-alert, circle-alert.
QIcon toneIcon(Tone tone);

/// The program's own icon, in colour.
QIcon applicationIcon();

} // namespace dealdesk
