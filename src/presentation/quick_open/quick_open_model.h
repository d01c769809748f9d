#pragma once

#include "presentation/models/keyed_rows.h"
#include "services/deal_service.h"
#include "services/request_scope.h"

#include <QTimer>

namespace dealdesk {

/// Something that Ctrl+K can open: a deal, a page or an action of the frame.
struct QuickOpenEntry {
    QString key; ///< "deal:12", or the name of the frame's action
    QString title;
    QString subtitle;
    QString iconName; ///< Lucide name, as of desktop/theme/icons.h
    std::optional<DealId> deal;

    friend bool operator==(const QuickOpenEntry &, const QuickOpenEntry &) = default;
};

/// Pages and actions that match at once, deals by reference, name or client as soon as the database answers. The search waits until
/// typing pauses, and a newer text supersedes an older one.
class QuickOpenModel : public KeyedRows<QuickOpenEntry> {
    Q_OBJECT

public:
    enum Roles { SubtitleRole = Qt::UserRole + 1, IconNameRole };

    QuickOpenModel(std::shared_ptr<Session> session, QList<QuickOpenEntry> commands, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    void setText(const QString &text);
    [[nodiscard]] bool isSearching() const { return m_searching; }

    static constexpr int kHits = 20;

Q_SIGNALS:
    void searched(); ///< the rows answer the last text

private:
    QCoro::Task<> search(QString text);
    void publish(const QList<DealHit> &hits);

    std::shared_ptr<Session> m_session;
    QList<QuickOpenEntry> m_commands;
    QString m_text;
    QTimer m_pause;
    bool m_searching = false;
    RequestScope m_request;
};

/// Whether every word of `text` occurs in `candidate`, whatever the case.
bool matchesWords(const QString &candidate, const QString &text);

} // namespace dealdesk
