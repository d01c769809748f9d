#pragma once

#include "presentation/reports/export_job.h"

#include <QWidget>

class QMenu;

namespace dealdesk {

class Banner;
class ProgressStrip;

/// Everything about an export that a page shows: asks for the file, the progress with a way to stop, and where the file is at the end.
/// Takes no room while there is nothing to say.
class ExportControl : public QWidget {
    Q_OBJECT

public:
    ExportControl(std::shared_ptr<Session> session, QWidget *parent = nullptr);

    /// `what` becomes part of the suggested file name.
    void exportReport(const ReportRequest &request, const QString &what);
    void exportHistory(const HistoryFilter &filter, const QString &what);

    [[nodiscard]] bool byteOrderMark() const;
    void setByteOrderMark(bool wanted);
    /// The choice of a byte order mark, for the menu of an export button.
    QMenu *makeOptionsMenu(QWidget *parent);

private:
    void askForFile(const QString &what, std::function<void(ExportOptions)> chosen);
    void showDone(const QString &filePath, const QString &sentence);

    ExportJob m_job;
    ProgressStrip *m_progress;
    Banner *m_banner;
    QString m_lastFile;
};

} // namespace dealdesk
