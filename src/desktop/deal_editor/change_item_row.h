#pragma once

#include "presentation/deal_editor/change_list_model.h"

#include <QPersistentModelIndex>
#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace dealdesk {

/// A point of the checklist: Space ticks it, Enter or a click on its name leads to its place in the form.
class ChangeItemRow : public QWidget {
    Q_OBJECT

public:
    ChangeItemRow(ChangeListModel &changes, const QModelIndex &item, QWidget *parent = nullptr);

    void refresh();

Q_SIGNALS:
    void chosen(const dealdesk::FieldPath &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();

    ChangeListModel &m_changes;
    QPersistentModelIndex m_item;
    QCheckBox *m_done = nullptr;
    QPushButton *m_place = nullptr;
    QLabel *m_change = nullptr;
};

} // namespace dealdesk
