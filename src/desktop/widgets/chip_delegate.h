#pragma once

#include <QStyledItemDelegate>

namespace dealdesk {

/// Cells of lists: a chip where the model gives a Meaning under `meaningRole`, red text where it says true under `alarmRole` and the
/// column is among the alarming ones, plain text elsewhere.
class ChipDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit ChipDelegate(int meaningRole, QObject *parent = nullptr);

    void setAlarm(int alarmRole, const QList<int> &columns);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_meaningRole;
    int m_alarmRole = -1;
    QList<int> m_alarmColumns;
};

} // namespace dealdesk
