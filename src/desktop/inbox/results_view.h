#pragma once

#include <QFrame>

class QLabel;
class QListView;
class QPushButton;

namespace dealdesk {

class BulkResults;

/// What came of several decisions, a row each, until somebody has read it and puts it away.
class ResultsView : public QFrame {
    Q_OBJECT

public:
    explicit ResultsView(BulkResults *results, QWidget *parent = nullptr);

private:
    void show();

    BulkResults *m_results;
    QLabel *m_summary;
    QPushButton *m_dismiss;
    QListView *m_list;
};

} // namespace dealdesk
