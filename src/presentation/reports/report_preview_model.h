#pragma once

#include "services/report_service.h"
#include "services/request_scope.h"

#include <QAbstractTableModel>

namespace dealdesk {

/// The first rows of a report, exactly as the CSV will hold them.
class ReportPreviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class State { Idle, Loading, Ready, Failed };

    static constexpr int kRows = 200;

    explicit ReportPreviewModel(std::shared_ptr<Session> session, QObject *parent = nullptr);

    void setRequest(const ReportRequest &request);
    void retry() { setRequest(m_request); }
    [[nodiscard]] const ReportRequest &request() const { return m_request; }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const Error &error() const { return m_error; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void stateChanged();

private:
    QCoro::Task<> fetch(StopToken token);
    void setState(State state);

    std::shared_ptr<Session> m_session;
    ReportService m_reports;
    ReportRequest m_request;
    ReportTable m_table;
    State m_state = State::Idle;
    Error m_error;
    RequestScope m_scope;
};

} // namespace dealdesk
