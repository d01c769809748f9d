#include "presentation/deal_editor/problem_list_model.h"

#include "presentation/text/labels.h"

#include <algorithm>

namespace dealdesk {

ProblemListModel::ProblemListModel(DealForm &form, QObject *parent) : QAbstractListModel(parent), m_form(form)
{
    connect(&form, &DealForm::problemsChanged, this, &ProblemListModel::refresh);
    refresh();
}

int ProblemListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_problems.size());
}

QVariant ProblemListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FormProblem &problem = m_problems.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return tr("%1: %2", "place: what is wrong").arg(placeOf(problem.path), problem.sentence);
    case MissingRole: return problem.missing;
    default: return {};
    }
}

FieldPath ProblemListModel::pathAt(const QModelIndex &index) const
{
    return m_problems.value(index.row()).path;
}

QString ProblemListModel::summary() const
{
    const auto missing = std::count_if(m_form.problems().begin(), m_form.problems().end(), [](const FormProblem &p) { return p.missing; });
    const auto wrong = m_form.problems().size() - missing;
    QStringList parts;
    if (wrong > 0)
        parts.append(wrong == 1 ? tr("1 problem") : tr("%1 problems").arg(wrong));
    if (missing > 0)
        parts.append(tr("%1 still missing", "number of fields").arg(missing));
    return parts.join(tr(", ", "between the parts of a summary"));
}

void ProblemListModel::refresh()
{
    QList<FormProblem> now;
    for (const FormProblem &problem : m_form.problems()) {
        if (m_form.showsMissing() || !problem.missing)
            now.append(problem);
    }
    if (now != m_problems) {
        // Rows that are the same at both ends stay, so that the list does not jump under the pointer.
        qsizetype head = 0;
        while (head < std::min(now.size(), m_problems.size()) && now.at(head) == m_problems.at(head))
            ++head;
        qsizetype tail = 0;
        while (tail < std::min(now.size(), m_problems.size()) - head
               && now.at(now.size() - 1 - tail) == m_problems.at(m_problems.size() - 1 - tail))
            ++tail;
        if (const qsizetype gone = m_problems.size() - head - tail; gone > 0) {
            beginRemoveRows({}, int(head), int(head + gone - 1));
            m_problems.remove(head, gone);
            endRemoveRows();
        }
        if (const qsizetype come = now.size() - head - tail; come > 0) {
            beginInsertRows({}, int(head), int(head + come - 1));
            m_problems = now;
            endInsertRows();
        }
    }
    Q_EMIT summaryChanged();
}

} // namespace dealdesk
