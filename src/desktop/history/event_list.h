#pragma once

#include "presentation/app_context.h"
#include "presentation/history/history_model.h"

#include <QWidget>

#include <functional>
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

    /// Offers to look at what the current event leads to, where `leadsSomewhere`; for one deal's story.
    void offerTarget(std::function<bool(const HistoryEvent &)> leadsSomewhere);

Q_SIGNALS:
    /// What the event leads to is to be shown.
    void targetRequested(const dealdesk::HistoryEvent &event);
    /// From the empty list of a filter.
    void clearRequested();

private:
    void showState();
    void openCurrent();
    void updateTarget();
    void exportEvents();

    std::unique_ptr<Ui::EventList> m_ui;
    AppContext m_context;
    Of m_of;
    HistoryModel m_events;
    ExportControl *m_export;
    std::function<bool(const HistoryEvent &)> m_leadsSomewhere;
};

} // namespace dealdesk
