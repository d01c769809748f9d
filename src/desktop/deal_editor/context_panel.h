#pragma once

#include <QWidget>

#include <memory>

namespace dealdesk {

class FieldBinder;

namespace Ui {
class ContextPanel;
}

/// The texts around the deal: summary, asks, opportunities.
class ContextPanel : public QWidget {
    Q_OBJECT

public:
    explicit ContextPanel(FieldBinder &binder, QWidget *parent = nullptr);
    ~ContextPanel() override;

private:
    std::unique_ptr<Ui::ContextPanel> m_ui;
};

} // namespace dealdesk
