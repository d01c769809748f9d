#pragma once

#include "presentation/deal_editor/change_list_model.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace dealdesk {

class ChangeItemRow;

/// Everything that reviewers asked for, beside the form while a deal is negotiated: whose request and why, its points to be ticked, and who
/// has not answered yet. Hidden when nobody asked for anything and nobody is still looking.
class ChangeListPanel : public QWidget {
    Q_OBJECT

public:
    explicit ChangeListPanel(ChangeListModel &changes, QWidget *parent = nullptr);

    /// The first point that is not dealt with, or the first one.
    void takeFocus();

Q_SIGNALS:
    void chosen(const dealdesk::FieldPath &path);

private:
    void rebuild();
    void refresh();
    QLabel *addText(const QString &name, const QString &text);
    void addRequest(int number);

    ChangeListModel &m_changes;
    QLabel *m_progress = nullptr;
    QVBoxLayout *m_body = nullptr;
    QWidget *m_entries = nullptr;
    QList<ChangeItemRow *> m_rows;
};

} // namespace dealdesk
