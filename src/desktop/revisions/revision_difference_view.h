#pragma once

#include "presentation/revisions/revision_difference_model.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace dealdesk {

class EmptyState;

/// Two revisions cell by cell: changed cells marked, unchanged ones on request, rows to copy. Parts: "<name>Table", "<name>OnlyChanges",
/// "<name>OnlyScope", "<name>Copy", "<name>Count", "<name>Empty".
class RevisionDifferenceView : public QWidget {
    Q_OBJECT

public:
    explicit RevisionDifferenceView(const QString &name, QWidget *parent = nullptr);

    void showDifference(const RevisionContent &before, const RevisionContent &after);
    /// One revision as it is, without a comparison.
    void showContent(const RevisionContent &content) { showDifference(content, content); }
    /// Marks what somebody answers for (ScopeFact::path) and offers to show nothing else; `whose` names them. Nothing marked: empty paths.
    void setScope(const QStringList &paths, const QString &whose);
    void setOnlyChanges(bool only);

    [[nodiscard]] const RevisionDifferenceModel &model() const { return m_model; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &name);
    void filter();
    void showModel();
    void fit();
    void copy();

    RevisionDifferenceModel m_model;
    QCheckBox *m_onlyChanges = nullptr;
    QCheckBox *m_onlyScope = nullptr;
    QLabel *m_count = nullptr;
    QPushButton *m_copy = nullptr;
    QStackedWidget *m_stack = nullptr;
    QTableView *m_table = nullptr;
    EmptyState *m_empty = nullptr;
    QString m_scopeText; ///< what the marks mean
    bool m_isComparison = false;
};

} // namespace dealdesk
