#include "presentation/notices/notice_model.h"

#include "presentation/notices/notice_text.h"
#include "presentation/text/format.h"

namespace dealdesk {

NoticeModel::NoticeModel(const NoticeFeed *feed, std::shared_ptr<ReferenceStore> reference, QObject *parent)
    : KeyedRows(parent), m_feed(feed), m_reference(std::move(reference))
{
    connect(m_feed, &NoticeFeed::changed, this, &NoticeModel::show);
    show();
}

void NoticeModel::show()
{
    replaceRows(m_feed->notices(), [](const Notice &notice) { return notice.key; });
}

QVariant NoticeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    static const RoutingPolicy none;
    const RoutingPolicy &policy = m_reference->isReady() ? m_reference->current()->policy : none;
    const Notice &notice = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return sentenceOf(notice, policy);
    case Qt::ToolTipRole:
    case DetailRole: return detailOf(notice);
    case WhenRole: return formatRelative(notice.occurredAt, QDateTime::currentDateTime());
    case IsReadRole: return notice.isRead;
    case KindRole: return int(notice.kind);
    case Qt::AccessibleTextRole: {
        const QString text = tr("%1. %2").arg(sentenceOf(notice, policy), detailOf(notice));
        return notice.isRead ? text : tr("Not read: %1").arg(text);
    }
    default: return {};
    }
}

} // namespace dealdesk
