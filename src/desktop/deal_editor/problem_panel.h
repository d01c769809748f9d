#pragma once

#include "presentation/deal_editor/problem_list_model.h"

#include <QWidget>

class QListView;
class QToolButton;

namespace dealdesk {

/// What stands in the way of a submission, folded to one line; a problem chosen jumps to its place.
class ProblemPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProblemPanel(DealForm &form, QWidget *parent = nullptr);

public Q_SLOTS:
    void open();
    /// Chooses the next problem, after the last the first.
    void goToNext();

Q_SIGNALS:
    void chosen(const dealdesk::FieldPath &path);

private:
    void showSummary();
    void showList(bool shows);
    void fitHeight();

    ProblemListModel m_problems;
    QToolButton *m_summary = nullptr;
    QListView *m_list = nullptr;
};

} // namespace dealdesk
