#pragma once

#include <QStyledItemDelegate>

namespace dealdesk {

/// Edits the cells of the deal grids. Amounts and texts reach the form with every keystroke, so that figures keep step; catalogue names
/// when one is chosen or the cell is left. Cells with a problem are tinted and marked in the corner.
class GridDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    QWidget *createChoice(QWidget *parent, const QModelIndex &index, const QStringList &choices) const;
    QWidget *createText(QWidget *parent, const QModelIndex &index) const;
};

} // namespace dealdesk
