#pragma once

#include "desktop/widgets/banner.h"
#include "presentation/delegation/delegations.h"

namespace dealdesk {

/// Says across the frame that one is out of office, until when and who decides meanwhile, and offers to end it.
class OutOfOfficeBanner : public Banner {
    Q_OBJECT

public:
    explicit OutOfOfficeBanner(Delegations *delegations, QWidget *parent = nullptr);

private:
    void showAbsence();
    QCoro::Task<> comeBack();

    Delegations *m_delegations;
    RequestScope m_request;
};

} // namespace dealdesk
