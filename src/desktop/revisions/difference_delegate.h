#pragma once

#include <QStyledItemDelegate>

class QTableView;

namespace dealdesk {

/// Cells of RevisionDifferenceModel: what it was, struck out, and what it is, beside or under each other as the room allows, with the word
/// "better" or "worse" where it has one, so that colour only repeats what is written. A bar at the left marks what is in somebody's scope.
class DifferenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit DifferenceDelegate(QTableView *table);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Piece {
        QString text;
        QFont font;
        QColor color;
    };
    /// Where each piece goes in a cell of that width, from its top left.
    [[nodiscard]] static QList<QRect> layOut(const QList<Piece> &pieces, int width);
    [[nodiscard]] QList<Piece> piecesOf(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] int widthOf(const QModelIndex &index) const;

    QTableView *m_table;
};

} // namespace dealdesk
