#pragma once

#include "services/deal_detail.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class DealHeader;
}

/// Which deal this is, where it stands on its way, whose it is and about how much.
class DealHeader : public QWidget {
    Q_OBJECT

public:
    explicit DealHeader(QWidget *parent = nullptr);
    ~DealHeader() override;

    void setDeal(const DealDetail &deal);

Q_SIGNALS:
    void copyRequested();

private:
    std::unique_ptr<Ui::DealHeader> m_ui;
};

} // namespace dealdesk
