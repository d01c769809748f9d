#pragma once

#include "desktop/admin/record_form.h"
#include "presentation/admin/admin_records.h"

#include <memory>

namespace dealdesk {

namespace Ui {
class PersonForm;
}

/// A person: name, role, what the role needs, and a new password.
class PersonForm : public RecordForm {
    Q_OBJECT

public:
    PersonForm(AdminRecords *records, Person record, QWidget *parent = nullptr);
    ~PersonForm() override;

    [[nodiscard]] QString title() const override;
    bool check() override;
    QCoro::Task<Status> save() override;
    void reload() override;

private:
    void fill();
    void arrangeForServer();
    void explainActivity();
    QCoro::Task<> findHandover();
    [[nodiscard]] bool isNew() const { return !m_record.id.isValid(); }
    [[nodiscard]] bool needsPassword() const;
    [[nodiscard]] Person entered() const;

    std::unique_ptr<Ui::PersonForm> m_ui;
    AdminRecords *m_records;
    bool m_isOnServer;
    Person m_record;
    std::optional<Handover> m_handover; ///< once it is known
    RequestScope m_finding;
};

} // namespace dealdesk
