#pragma once

namespace dealdesk::spacing {

// Device-independent pixels between things; nothing in between.
inline constexpr int kTiny = 4;    ///< icon and its text, chips in a row
inline constexpr int kSmall = 8;   ///< fields of a row, a label and its field
inline constexpr int kMedium = 12; ///< rows of a form, inside banners
inline constexpr int kLarge = 16;  ///< inside cards and pages
inline constexpr int kHuge = 24;   ///< between sections

inline constexpr int kRowHeight = 30; ///< of lists and tables
inline constexpr int kIconSize = 16;  ///< in buttons, menus and rows
inline constexpr int kSidebarWidth = 200;

} // namespace dealdesk::spacing
