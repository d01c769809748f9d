#pragma once

#include <QList>

#include <functional>

namespace dealdesk {

/// How well an element of one list fits one of another; 0 for two that are not the same thing, whatever is left over.
using Likeness = std::function<int(qsizetype before, qsizetype after)>;

/// Which element of the second list each one of the first became, -1 where it is gone. The likest pairs are made first; among equally like
/// ones those whose places are closest.
QList<qsizetype> matchLists(qsizetype before, qsizetype after, const Likeness &likeness);

/// An element of a three-way merge: its place in each of the lists, -1 where it is not.
struct MergedPlace {
    qsizetype original = -1;
    qsizetype mine = -1;
    qsizetype theirs = -1;

    friend bool operator==(const MergedPlace &, const MergedPlace &) = default;
};

/// What two lists made of one original, matched: all elements of the three, each once. They stand in the order of mine, or of theirs where
/// only they moved what was there; what the other side added follows what it followed there. `isSameNew` tells whether an element added
/// here (place in mine) and one added there (place in theirs) are the same one.
QList<MergedPlace> mergePlaces(qsizetype originalSize, const QList<qsizetype> &becameMine, qsizetype mineSize,
                               const QList<qsizetype> &becameTheirs, qsizetype theirsSize,
                               const std::function<bool(qsizetype mine, qsizetype theirs)> &isSameNew);

} // namespace dealdesk
