#include "desktop/history/history_page.h"

#include "desktop/history/event_list.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"
#include "history/ui_history_page.h"
#include "presentation/history/event_text.h"

#include <QShortcut>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr auto kTypingPause = std::chrono::milliseconds(250);
}

HistoryPage::HistoryPage(const AppContext &context, QWidget *parent)
    : QWidget(parent), m_ui(std::make_unique<Ui::HistoryPage>()), m_events(new EventList(context, EventList::Of::Everybody, this))
{
    m_ui->setupUi(this);
    setObjectName(u"historyPage"_s);
    setFocusProxy(m_events);
    setTextSize(m_ui->historyTitle, TextSize::Title);
    m_events->setObjectName(u"historyEvents"_s);
    m_ui->rows->addWidget(m_events, 1);
    m_ui->historyDeal->addAction(icon("search"_L1), QLineEdit::LeadingPosition);
    m_ui->historyActor->addAction(icon("user"_L1), QLineEdit::LeadingPosition);
    QList<MultiSelect::Choice> kinds;
    for (const auto source : {HistoryEvent::Source::StatusChange, HistoryEvent::Source::Action, HistoryEvent::Source::Comment,
                              HistoryEvent::Source::Revision, HistoryEvent::Source::Clock})
        kinds.append({int(source), label(source)});
    m_ui->historyWhat->setChoices(kinds);

    m_pause.setSingleShot(true);
    m_pause.setInterval(kTypingPause);
    connect(&m_pause, &QTimer::timeout, this, &HistoryPage::apply);
    for (QLineEdit *edit : {m_ui->historyDeal, m_ui->historyActor}) {
        connect(edit, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
        connect(edit, &QLineEdit::returnPressed, this, &HistoryPage::apply);
    }
    connect(m_ui->historyFrom, &DateEdit::edited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_ui->historyTo, &DateEdit::edited, &m_pause, qOverload<>(&QTimer::start));
    connect(m_ui->historyWhat, &MultiSelect::changed, this, &HistoryPage::apply);
    connect(m_ui->historyClear, &QToolButton::clicked, this, &HistoryPage::clear);
    connect(m_events, &EventList::clearRequested, this, &HistoryPage::clear);
    auto *find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, m_ui->historyDeal, [this] { m_ui->historyDeal->setFocus(Qt::ShortcutFocusReason); });
    m_events->setFilter({});
}

HistoryPage::~HistoryPage() = default;

HistoryFilter HistoryPage::filter() const
{
    HistoryFilter filter;
    filter.dealText = m_ui->historyDeal->text().trimmed();
    filter.actorName = m_ui->historyActor->text().trimmed();
    filter.from = m_ui->historyFrom->date();
    filter.to = m_ui->historyTo->date();
    const auto kinds = m_ui->historyWhat->checked();
    for (const int kind : kinds)
        filter.sources.append(HistoryEvent::Source(kind));
    return filter;
}

void HistoryPage::apply()
{
    m_pause.stop();
    if (m_ui->historyFrom->isUnreadable() || m_ui->historyTo->isUnreadable() || filter() == m_applied)
        return;
    m_applied = filter();
    m_events->setFilter(m_applied);
}

void HistoryPage::clear()
{
    m_ui->historyDeal->clear();
    m_ui->historyActor->clear();
    m_ui->historyFrom->setRawText({});
    m_ui->historyTo->setRawText({});
    m_ui->historyWhat->setChecked({});
    apply();
}

} // namespace dealdesk
