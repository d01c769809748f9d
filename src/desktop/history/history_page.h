#pragma once

#include "presentation/app_context.h"
#include "services/history_service.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class HistoryPage;
}
class EventList;

/// What everybody did: who, what, when, on which deal.
class HistoryPage : public QWidget {
    Q_OBJECT

public:
    explicit HistoryPage(const AppContext &context, QWidget *parent = nullptr);
    ~HistoryPage() override;

private:
    void apply();
    void clear();
    [[nodiscard]] HistoryFilter filter() const;

    std::unique_ptr<Ui::HistoryPage> m_ui;
    EventList *m_events;
    HistoryFilter m_applied;
    QTimer m_pause;
};

} // namespace dealdesk
