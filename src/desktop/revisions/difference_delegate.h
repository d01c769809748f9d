#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace dealdesk {

/// Cells of RevisionDifferenceModel: what is new under what it was, struck out, with the word "better" or "worse" where it has one, so that
/// colour only repeats what is written. A bar at the left marks what is in somebody's scope.
class DifferenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit DifferenceDelegate(QTableView *table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Line {
        QString text;
        QFont font;
        QColor color;
    };
    [[nodiscard]] QList<Line> linesOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int heightOf(const Line &line, int width) const;
    [[nodiscard]] int widthOf(const QModelIndex &index) const;

    QTableView *m_table;
};

} // namespace dealdesk
