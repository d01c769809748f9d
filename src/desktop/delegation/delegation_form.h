#pragma once

#include "desktop/admin/record_form.h"
#include "presentation/delegation/delegation_entry.h"
#include "presentation/delegation/delegations.h"

#include <memory>

namespace dealdesk {

class ErrorLabel;

namespace Ui {
class DelegationForm;
}

/// A new absence or delegation: one's own, or anybody's for an administrator.
class DelegationForm : public RecordForm {
    Q_OBJECT

public:
    enum class For { Oneself, Anybody };
    DelegationForm(Delegations *delegations, For whom, QWidget *parent = nullptr);
    ~DelegationForm() override;

    [[nodiscard]] QString title() const override;
    bool check() override;
    QCoro::Task<Status> save() override;
    /// Empties the form: there is nothing stored that one could go on with.
    void reload() override;

private:
    void offerDelegators();
    void offerChoices();
    void explain();
    [[nodiscard]] Person delegator() const;
    [[nodiscard]] DelegationEntry entered() const;
    [[nodiscard]] std::pair<QWidget *, ErrorLabel *> placeOf(DelegationField field) const;

    std::unique_ptr<Ui::DelegationForm> m_ui;
    Delegations *m_delegations;
    For m_whom;
    QList<DelegationPart> m_parts; ///< as offered
};

} // namespace dealdesk
