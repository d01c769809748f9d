#pragma once

#include <QPalette>

namespace dealdesk {

/// The program's own palettes, for the Fusion style.
QPalette lightPalette();
QPalette darkPalette();

} // namespace dealdesk
