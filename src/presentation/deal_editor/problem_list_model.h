#pragma once

#include "presentation/deal_editor/deal_form.h"

#include <QAbstractListModel>

namespace dealdesk {

/// What stands in the way of a submission, in the order of the form: what is wrong, and once a submission was tried what is missing.
class ProblemListModel : public QAbstractListModel {
    Q_OBJECT

public:
    static constexpr int MissingRole = Qt::UserRole + 1;

    explicit ProblemListModel(DealForm &form, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] FieldPath pathAt(const QModelIndex &index) const;
    /// "2 problems, 3 still missing"; empty when there is nothing.
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void summaryChanged();

private:
    void refresh();

    DealForm &m_form;
    QList<FormProblem> m_problems;
};

} // namespace dealdesk
