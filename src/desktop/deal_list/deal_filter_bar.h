#pragma once

#include "presentation/deal_list/deal_filter_form.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class DealFilterBar;
}
class DateEdit;
class MultiSelect;
class SavedFilters;

/// The fields over a list of deals; the same over Deals and Reports.
class DealFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit DealFilterBar(QWidget *parent = nullptr);
    ~DealFilterBar() override;

    /// Shows and edits `form`; both outlive the bar.
    void setForm(DealFilterForm *form, SavedFilters *saved);
    void focusSearch();

private:
    void fillChoices();
    void fillOwners();
    void makeDates();
    void show(const DealFilter &filter);
    template<typename E>
    void connectChoices(MultiSelect *select, QList<E> DealFilter::*member);

    std::unique_ptr<Ui::DealFilterBar> m_ui;
    DealFilterForm *m_form = nullptr;
    DateEdit *m_from = nullptr;
    DateEdit *m_to = nullptr;
};

} // namespace dealdesk
