#pragma once

#include "presentation/app_context.h"
#include "presentation/deal_list/deal_filter_form.h"
#include "presentation/deal_list/deal_list_model.h"
#include "presentation/deal_list/deal_saved_filters.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class DealsPage;
}
class ExportControl;

/// All deals that one may see: filters, columns, order, export, and the way to each deal.
class DealsPage : public QWidget {
    Q_OBJECT

public:
    explicit DealsPage(const AppContext &context, QWidget *parent = nullptr);
    ~DealsPage() override;

    void focusSearch();

private:
    void connectModel();
    void connectActions();
    void showState();
    void showEmpty();
    void showCount();
    void showMenu(const QPoint &at);
    void setOrder(DealSort sort, bool descending);
    void openSelected();
    void copyRows();
    void copyReferences();
    void exportDeals();
    [[nodiscard]] bool mayWriteDeals() const;
    [[nodiscard]] QString settingsKey() const;

    std::unique_ptr<Ui::DealsPage> m_ui;
    AppContext m_context;
    DealSavedFilters m_saved;
    DealFilterForm m_form;
    DealListModel m_deals;
    ExportControl *m_export;
};

} // namespace dealdesk
