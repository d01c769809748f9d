#pragma once

#include "presentation/app_context.h"
#include "presentation/deal_list/deal_filter_form.h"
#include "presentation/deal_list/deal_saved_filters.h"
#include "presentation/reports/report_preview_model.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class ReportsPage;
}
class ExportControl;

/// Reports for spreadsheets: choose one, narrow it to some deals, see its first rows, write it as CSV.
class ReportsPage : public QWidget {
    Q_OBJECT

public:
    explicit ReportsPage(const AppContext &context, QWidget *parent = nullptr);
    ~ReportsPage() override;

private:
    void fetch();
    void fitColumns();
    void showState();
    void exportReport();
    [[nodiscard]] ReportKind kind() const;

    std::unique_ptr<Ui::ReportsPage> m_ui;
    AppContext m_context;
    DealSavedFilters m_saved;
    DealFilterForm m_form;
    ReportPreviewModel m_preview;
    ExportControl *m_export;
    QTimer m_changes;
    std::optional<ReportKind> m_fitted; ///< whose columns have been fitted; afterwards they are as somebody drew them
};

} // namespace dealdesk
