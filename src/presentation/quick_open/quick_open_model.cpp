#include "presentation/quick_open/quick_open_model.h"

#include "presentation/text/labels.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kPauseMs = 120;

QuickOpenEntry entryFor(const DealHit &hit)
{
    return {.key = "deal:"_L1 + QString::number(hit.id.value()),
            .title = QuickOpenModel::tr("%1 %2").arg(hit.reference, hit.name),
            .subtitle = QuickOpenModel::tr("%1 · %2").arg(hit.client, label(hit.status)),
            .iconName = u"file-text"_s,
            .deal = hit.id};
}

} // namespace

QuickOpenModel::QuickOpenModel(std::shared_ptr<Session> session, QList<QuickOpenEntry> commands, QObject *parent)
    : KeyedRows(parent), m_session(std::move(session)), m_commands(std::move(commands))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { search(m_text); });
    publish({});
}

QVariant QuickOpenModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QuickOpenEntry &entry = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return entry.title;
    case Qt::AccessibleTextRole: return entry.subtitle.isEmpty() ? entry.title : tr("%1, %2").arg(entry.title, entry.subtitle);
    case SubtitleRole: return entry.subtitle;
    case IconNameRole: return entry.iconName;
    default: return {};
    }
}

void QuickOpenModel::setText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_text)
        return;
    m_text = trimmed;
    m_request.stop();
    m_searching = !m_text.isEmpty();
    if (m_searching) {
        m_pause.start();
        return;
    }
    m_pause.stop();
    publish({});
    Q_EMIT searched();
}

QCoro::Task<> QuickOpenModel::search(QString text)
{
    const auto stop = m_request.begin();
    const auto session = m_session;
    const DealService service(*session);
    const auto task = service.search(text, kHits);
    const auto hits = co_await task;
    if (stop.stopped())
        co_return;
    m_searching = false;
    publish(hits.value_or(QList<DealHit>()));
    Q_EMIT searched();
}

void QuickOpenModel::publish(const QList<DealHit> &hits)
{
    QList<QuickOpenEntry> entries;
    for (const DealHit &hit : hits)
        entries << entryFor(hit);
    std::copy_if(m_commands.cbegin(), m_commands.cend(), std::back_inserter(entries),
                 [this](const QuickOpenEntry &command) { return matchesWords(command.title, m_text); });
    replaceRows(entries, [](const QuickOpenEntry &entry) { return entry.key; });
}

bool matchesWords(const QString &candidate, const QString &text)
{
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(words.cbegin(), words.cend(),
                       [&candidate](const QString &word) { return candidate.contains(word, Qt::CaseInsensitive); });
}

} // namespace dealdesk
