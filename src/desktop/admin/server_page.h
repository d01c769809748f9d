#pragma once

#include "presentation/app_context.h"
#include "services/server_info.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class ServerPage;
}

/// Which server this is and how it is reached. It is backed up and migrated by those who run it, not from here.
class ServerPage : public QWidget {
    Q_OBJECT

public:
    explicit ServerPage(AppContext context, QWidget *parent = nullptr);
    ~ServerPage() override;

Q_SIGNALS:
    void importRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QCoro::Task<> refresh();
    void describe(const ServerInfo &info);

    AppContext m_context;
    std::unique_ptr<Ui::ServerPage> m_ui;
    RequestScope m_reading;
};

} // namespace dealdesk
