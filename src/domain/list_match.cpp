#include "domain/list_match.h"

#include <algorithm>
#include <tuple>

namespace dealdesk {

namespace {

struct Pair {
    qsizetype before = 0;
    qsizetype after = 0;
    int likeness = 0;
};

bool isBetter(const Pair &a, const Pair &b)
{
    return std::tuple(-a.likeness, qAbs(a.before - a.after), a.before, a.after)
        < std::tuple(-b.likeness, qAbs(b.before - b.after), b.before, b.after);
}

/// Whether the elements that are still there stand in their old order.
bool keptOrder(const QList<qsizetype> &became)
{
    qsizetype last = -1;
    for (const qsizetype place : became) {
        if (place < 0)
            continue;
        if (place < last)
            return false;
        last = place;
    }
    return true;
}

QList<MergedPlace> placesOf(const QList<qsizetype> &becameMine, qsizetype mineSize, const QList<qsizetype> &becameTheirs)
{
    QList<MergedPlace> places;
    for (qsizetype mine = 0; mine < mineSize; ++mine) {
        const qsizetype original = becameMine.indexOf(mine);
        places.append({original, mine, original < 0 ? -1 : becameTheirs.at(original)});
    }
    return places;
}

/// Puts in what only the other side has, behind what it follows there.
template<typename PlaceThere>
void insertMissing(QList<MergedPlace> &places, const QList<MergedPlace> &others, PlaceThere placeThere)
{
    qsizetype previous = -1;
    for (const MergedPlace &other : others) {
        const auto known = std::find_if(places.cbegin(), places.cend(),
                                        [&](const MergedPlace &place) { return placeThere(place) == placeThere(other); });
        if (known != places.cend()) {
            previous = known - places.cbegin();
            continue;
        }
        places.insert(++previous, other);
    }
}

} // namespace

QList<qsizetype> matchLists(qsizetype before, qsizetype after, const Likeness &likeness)
{
    QList<Pair> pairs;
    for (qsizetype i = 0; i < before; ++i) {
        for (qsizetype j = 0; j < after; ++j) {
            if (const int like = likeness(i, j); like > 0)
                pairs.append({i, j, like});
        }
    }
    std::sort(pairs.begin(), pairs.end(), isBetter);
    QList<qsizetype> became(before, -1);
    QList<bool> taken(after, false);
    for (const Pair &pair : std::as_const(pairs)) {
        if (became.at(pair.before) >= 0 || taken.at(pair.after))
            continue;
        became[pair.before] = pair.after;
        taken[pair.after] = true;
    }
    return became;
}

QList<MergedPlace> mergePlaces(qsizetype originalSize, const QList<qsizetype> &becameMine, qsizetype mineSize,
                               const QList<qsizetype> &becameTheirs, qsizetype theirsSize,
                               const std::function<bool(qsizetype, qsizetype)> &isSameNew)
{
    QList<MergedPlace> mine = placesOf(becameMine, mineSize, becameTheirs);
    QList<MergedPlace> theirs = placesOf(becameTheirs, theirsSize, becameMine);
    for (MergedPlace &place : theirs)
        std::swap(place.mine, place.theirs);
    for (MergedPlace &place : theirs) {
        if (place.original >= 0)
            continue;
        const auto same = std::find_if(mine.begin(), mine.end(), [&](const MergedPlace &own) {
            return own.original < 0 && own.theirs < 0 && isSameNew(own.mine, place.theirs);
        });
        if (same != mine.end()) {
            same->theirs = place.theirs;
            place.mine = same->mine;
        }
    }
    QList<MergedPlace> places;
    if (keptOrder(becameMine) && !keptOrder(becameTheirs)) {
        places = theirs;
        insertMissing(places, mine, [](const MergedPlace &place) { return place.mine; });
    } else {
        places = mine;
        insertMissing(places, theirs, [](const MergedPlace &place) { return place.theirs; });
    }
    for (qsizetype original = 0; original < originalSize; ++original) {
        if (becameMine.at(original) < 0 && becameTheirs.at(original) < 0)
            places.append({original, -1, -1});
    }
    return places;
}

} // namespace dealdesk
