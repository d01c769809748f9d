#pragma once

#include "presentation/app_context.h"
#include "services/backup_service.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class DatabasePage;
}

/// Where the database is, how large, and its copies.
class DatabasePage : public QWidget {
    Q_OBJECT

public:
    explicit DatabasePage(AppContext context, QWidget *parent = nullptr);
    ~DatabasePage() override;

    QCoro::Task<> refresh();

Q_SIGNALS:
    void importRequested();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QCoro::Task<> backUp();
    void describe(const DatabaseInfo &info);

    AppContext m_context;
    std::unique_ptr<Ui::DatabasePage> m_ui;
    RequestScope m_reading;
    RequestScope m_writing;
};

} // namespace dealdesk
