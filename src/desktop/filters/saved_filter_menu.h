#pragma once

#include "presentation/filters/filter_form.h"
#include "presentation/filters/saved_filters.h"

#include <QMenu>

namespace dealdesk {

/// Saved filters to choose from; the present one to be saved under a name, and the own ones to be renamed and deleted.
class SavedFilterMenu : public QMenu {
    Q_OBJECT

public:
    SavedFilterMenu(SavedFilters *filters, FilterForm *form, QWidget *parent);

private:
    void fill();
    void askToSave();
    void askToRename(const QString &name);

    SavedFilters *m_filters;
    FilterForm *m_form;
};

} // namespace dealdesk
