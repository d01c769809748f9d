#pragma once

#include <QList>

namespace dealdesk {

/// One change to a list of rows, in the order in which a model must carry them out.
struct RowStep {
    enum class Kind { Remove, Insert, Move };
    Kind kind = Kind::Remove;
    qsizetype at = 0;     ///< first row; for Move the row's present place
    qsizetype count = 1;  ///< rows removed or inserted
    qsizetype source = 0; ///< Insert: where the rows stand in the new list; Move: where the row goes, always further up

    friend bool operator==(const RowStep &, const RowStep &) = default;
};

/// The steps that turn one list of unique keys into another, so that rows that stay keep their persistent indexes.
QList<RowStep> rowSteps(const QList<qint64> &before, const QList<qint64> &after);

} // namespace dealdesk
