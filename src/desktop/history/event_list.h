#pragma once

#include "presentation/app_context.h"
#include "presentation/history/history_model.h"

#include <QWidget>

#include <memory>

namespace dealdesk {

namespace Ui {
class EventList;
}
class ExportControl;

/// Events as a list, with export: everybody's on the History page, one deal's on its page.
class EventList : public QWidget {
    Q_OBJECT

public:
    enum class Of { Everybody, OneDeal };
    EventList(const AppContext &context, Of of, QWidget *parent = nullptr);
    ~EventList() override;

    void setFilter(const HistoryFilter &filter);
    /// The same with its newest events, which somebody else reads.
    void showPage(const HistoryFilter &filter, const HistoryEventPage &page) { m_events.showPage(filter, page); }

Q_SIGNALS:
    /// From the empty list of a filter.
    void clearRequested();

private:
    void showState();
    void openCurrent();
    void exportEvents();

    std::unique_ptr<Ui::EventList> m_ui;
    AppContext m_context;
    Of m_of;
    HistoryModel m_events;
    ExportControl *m_export;
};

} // namespace dealdesk
