#pragma once

#include "services/import_service.h"
#include "services/request_scope.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace dealdesk {

/// Rows in, imported, quarantined and already there, a line per table and their sum.
class ImportCountsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { TableColumn, RowsInColumn, ImportedColumn, QuarantinedColumn, AlreadyThereColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;
    void setCounts(const QList<ImportCount> &counts);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ImportCount> m_counts; ///< the last one is the sum
};

/// What an import repaired, quarantined and skipped; of one kind or all.
class ImportFindingsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { KindColumn, RowColumn, FieldColumn, ReasonColumn, OriginalColumn, RepairedColumn, ColumnCount };
    enum Roles { KindRole = Qt::UserRole + 1 };

    using QAbstractTableModel::QAbstractTableModel;
    void setFindings(const QList<ImportFinding> &findings);
    void setKind(std::optional<ImportFinding::Kind> kind);
    [[nodiscard]] qsizetype countOf(ImportFinding::Kind kind) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void show();

    QList<ImportFinding> m_findings;
    QList<qsizetype> m_shown;
    std::optional<ImportFinding::Kind> m_kind;
};

QString label(ImportFinding::Kind kind);

/// An import without widgets: read a source, try it dry, then do it.
class ImportModel : public QObject {
    Q_OBJECT

public:
    enum class Step { Choose, Reading, Checking, Preview, Importing, Done };

    explicit ImportModel(std::shared_ptr<Session> session, QObject *parent = nullptr);
    ~ImportModel() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool isWorking() const { return m_step == Step::Reading || m_step == Step::Checking || m_step == Step::Importing; }
    [[nodiscard]] const ImportReport &report() const { return m_report; }
    [[nodiscard]] ImportCountsModel *counts() { return &m_counts; }
    [[nodiscard]] ImportFindingsModel *findings() { return &m_findings; }

    /// A path, or an http(s) address of a running prototype. Nothing for an empty text.
    [[nodiscard]] static std::optional<QUrl> sourceFrom(const QString &text);

    /// Reads the source and tries it without writing.
    void preview(const QUrl &source);
    /// Imports what the preview showed.
    void importNow();
    void cancel();
    void saveReport(const QString &filePath);

Q_SIGNALS:
    void stepChanged();
    void progressed(int done, int total);
    void reportSaved(const QString &filePath);
    void failed(const QString &sentence);

private:
    QCoro::Task<> readAndCheck(QUrl source, StopToken token);
    QCoro::Task<> run(bool dryRun, StopToken token);
    void take(const ImportReport &report);
    void setStep(Step step);
    void fail(const Error &error, Step back);

    std::shared_ptr<Session> m_session;
    ImportService m_service;
    Step m_step = Step::Choose;
    QJsonObject m_capture;
    ImportReport m_report;
    ImportCountsModel m_counts;
    ImportFindingsModel m_findings;
    std::shared_ptr<ImportProgress> m_progress;
    QTimer m_poll;
    RequestScope m_scope;
};

} // namespace dealdesk
