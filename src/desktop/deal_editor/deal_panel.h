#pragma once

#include "presentation/deal_editor/deal_form.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

class FieldBinder;

namespace Ui {
class DealPanel;
}

/// Name, client, kind and term of the deal.
class DealPanel : public QWidget {
    Q_OBJECT

public:
    DealPanel(DealForm &form, FieldBinder &binder, QWidget *parent = nullptr);
    ~DealPanel() override;

    /// Reference data changed: the clients on offer are others.
    void showClients();

private:
    void bindChoices(FieldBinder &binder);

    DealForm &m_form;
    std::unique_ptr<Ui::DealPanel> m_ui;
    std::optional<SalesChannel> m_clientsOf;
};

} // namespace dealdesk
