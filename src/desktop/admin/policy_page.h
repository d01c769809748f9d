#pragma once

#include "presentation/admin/admin_records.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class PolicyPage;
}

/// The policy of routing and figures. What is typed stays while others change it; saving says when it was overtaken.
class PolicyPage : public QWidget {
    Q_OBJECT

public:
    PolicyPage(AppContext context, QWidget *parent = nullptr);
    ~PolicyPage() override;

private:
    void takeStored();
    void fill();
    void enable();
    QCoro::Task<> save();
    [[nodiscard]] RoutingPolicy entered() const;

    AppContext m_context;
    std::unique_ptr<Ui::PolicyPage> m_ui;
    RoutingPolicy m_stored; ///< what the fields started from
    RequestScope m_saving;
};

} // namespace dealdesk
