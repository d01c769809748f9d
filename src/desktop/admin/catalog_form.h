#pragma once

#include "desktop/admin/record_form.h"
#include "presentation/admin/admin_records.h"

#include <memory>

namespace dealdesk {

namespace Ui {
class CatalogForm;
}

/// An option of the incentive catalogue.
class CatalogForm : public RecordForm {
    Q_OBJECT

public:
    CatalogForm(AdminRecords *records, CatalogItem record, QWidget *parent = nullptr);
    ~CatalogForm() override;

    [[nodiscard]] QString title() const override;
    bool check() override;
    QCoro::Task<Status> save() override;
    void reload() override;

private:
    void fill();
    [[nodiscard]] CatalogItem entered() const;

    std::unique_ptr<Ui::CatalogForm> m_ui;
    AdminRecords *m_records;
    CatalogItem m_record;
};

} // namespace dealdesk
