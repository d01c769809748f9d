#pragma once

#include "desktop/admin/record_form.h"
#include "presentation/admin/admin_records.h"

#include <memory>

namespace dealdesk {

namespace Ui {
class ClientForm;
}

/// An advertiser or an agency with its figures of the previous year.
class ClientForm : public RecordForm {
    Q_OBJECT

public:
    ClientForm(AdminRecords *records, ClientRecord record, QWidget *parent = nullptr);
    ~ClientForm() override;

    [[nodiscard]] QString title() const override;
    bool check() override;
    QCoro::Task<Status> save() override;
    void reload() override;

private:
    void fill();
    [[nodiscard]] ClientRecord entered() const;

    std::unique_ptr<Ui::ClientForm> m_ui;
    AdminRecords *m_records;
    ClientRecord m_record;
};

} // namespace dealdesk
