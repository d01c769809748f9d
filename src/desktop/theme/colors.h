#pragma once

#include <QColor>
#include <QPalette>

namespace dealdesk {

enum class Meaning; // presentation/text/labels.h

/// What a colour says. Each has a light and a dark value; text on its background reaches WCAG AA (4.5 : 1).
enum class Tone { Neutral, Info, Positive, Caution, Negative, Accent, Muted };

struct ToneColors {
    QColor foreground; ///< text and icons, readable on `background`, on the window and on lists
    QColor background; ///< of chips, banners, marked cells
    QColor border;     ///< decoration around `background`
};

/// Dark when the palette's text is lighter than its background.
bool isDark(const QPalette &palette);

ToneColors toneColors(Tone tone, bool dark);
/// For whoever paints: the value for the palette at hand, read it at paint time.
ToneColors toneColors(Tone tone, const QPalette &palette);

Tone toneOf(Meaning meaning);

/// The program's one strong colour, for primary buttons, focus and progress; white text on it reaches AA.
QColor accentColor(const QPalette &palette);

/// Lines between and around things, quieter than text.
QColor borderColor(const QPalette &palette);

/// WCAG 2.1 contrast ratio, 1 to 21; both colours opaque.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace dealdesk
