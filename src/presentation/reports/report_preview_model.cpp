#include "presentation/reports/report_preview_model.h"

namespace dealdesk {

ReportPreviewModel::ReportPreviewModel(std::shared_ptr<Session> session, QObject *parent)
    : QAbstractTableModel(parent), m_session(std::move(session)), m_reports(*m_session)
{
}

void ReportPreviewModel::setRequest(const ReportRequest &request)
{
    m_request = request;
    setState(State::Loading);
    fetch(m_scope.begin());
}

int ReportPreviewModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int ReportPreviewModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.columns.size());
}

QVariant ReportPreviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return m_table.rows.at(index.row()).value(index.column());
}

QVariant ReportPreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return m_table.columns.value(section);
}

QCoro::Task<> ReportPreviewModel::fetch(StopToken token)
{
    const auto task = m_reports.preview(m_request, kRows);
    const auto table = co_await task;
    if (token.stopped())
        co_return;
    beginResetModel();
    m_table = table.value_or(ReportTable{});
    endResetModel();
    if (!table)
        m_error = table.error();
    setState(table ? State::Ready : State::Failed);
}

void ReportPreviewModel::setState(State state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace dealdesk
