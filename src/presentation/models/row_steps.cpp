#include "presentation/models/row_steps.h"

#include <QSet>

namespace dealdesk {

namespace {

QList<qint64> removeMissing(const QList<qint64> &before, const QSet<qint64> &kept, QList<RowStep> &steps)
{
    QList<qint64> rows = before;
    for (qsizetype end = rows.size(); end > 0;) {
        if (kept.contains(rows.at(end - 1))) {
            --end;
            continue;
        }
        qsizetype first = end - 1;
        while (first > 0 && !kept.contains(rows.at(first - 1)))
            --first;
        steps.append({RowStep::Kind::Remove, first, end - first, 0});
        rows.remove(first, end - first);
        end = first;
    }
    return rows;
}

} // namespace

QList<RowStep> rowSteps(const QList<qint64> &before, const QList<qint64> &after)
{
    QList<RowStep> steps;
    if (before == after)
        return steps;
    QList<qint64> rows = removeMissing(before, QSet<qint64>(after.cbegin(), after.cend()), steps);
    const QSet<qint64> staying(rows.cbegin(), rows.cend());
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (i < rows.size() && rows.at(i) == after.at(i))
            continue;
        if (staying.contains(after.at(i))) {
            const qsizetype from = rows.indexOf(after.at(i), i);
            steps.append({RowStep::Kind::Move, from, 1, i});
            rows.move(from, i);
            continue;
        }
        qsizetype count = 1;
        while (i + count < after.size() && !staying.contains(after.at(i + count)))
            ++count;
        steps.append({RowStep::Kind::Insert, i, count, i});
        for (qsizetype k = 0; k < count; ++k)
            rows.insert(i + k, after.at(i + k));
    }
    return steps;
}

} // namespace dealdesk
