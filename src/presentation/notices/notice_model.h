#pragma once

#include "presentation/models/keyed_rows.h"
#include "presentation/notices/notice_feed.h"
#include "presentation/reference/reference_store.h"

namespace dealdesk {

/// A feed as a list, newest first; changed by difference.
class NoticeModel : public KeyedRows<Notice> {
    Q_OBJECT

public:
    enum Roles { DetailRole = Qt::UserRole + 1, WhenRole, IsReadRole, KindRole };

    NoticeModel(const NoticeFeed *feed, std::shared_ptr<ReferenceStore> reference, QObject *parent = nullptr);

    QVariant data(const QModelIndex &index, int role) const override;

private:
    void show();

    const NoticeFeed *m_feed;
    std::shared_ptr<ReferenceStore> m_reference;
};

} // namespace dealdesk
