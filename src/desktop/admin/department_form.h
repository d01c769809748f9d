#pragma once

#include "desktop/admin/record_form.h"
#include "presentation/admin/admin_records.h"

#include <memory>

namespace dealdesk {

namespace Ui {
class DepartmentForm;
}

/// A department: who it is, and which incentives bring it in.
class DepartmentForm : public RecordForm {
    Q_OBJECT

public:
    DepartmentForm(AdminRecords *records, DepartmentRecord record, QWidget *parent = nullptr);
    ~DepartmentForm() override;

    [[nodiscard]] QString title() const override;
    bool check() override;
    QCoro::Task<Status> save() override;
    void reload() override;

private:
    void fill();
    [[nodiscard]] DepartmentRecord entered() const;

    std::unique_ptr<Ui::DepartmentForm> m_ui;
    AdminRecords *m_records;
    DepartmentRecord m_record;
};

} // namespace dealdesk
