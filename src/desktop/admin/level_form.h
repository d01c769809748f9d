#pragma once

#include "desktop/admin/record_form.h"
#include "presentation/admin/admin_records.h"

#include <memory>

namespace dealdesk {

namespace Ui {
class LevelForm;
}

/// A level of authority and the highest amount that it may decide.
class LevelForm : public RecordForm {
    Q_OBJECT

public:
    LevelForm(AdminRecords *records, LevelRecord record, QWidget *parent = nullptr);
    ~LevelForm() override;

    [[nodiscard]] QString title() const override;
    bool check() override;
    QCoro::Task<Status> save() override;
    void reload() override;

private:
    void fill();
    [[nodiscard]] LevelRecord entered() const;

    std::unique_ptr<Ui::LevelForm> m_ui;
    AdminRecords *m_records;
    LevelRecord m_record;
};

} // namespace dealdesk
