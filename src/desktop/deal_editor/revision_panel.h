#pragma once

#include "presentation/deal_editor/deal_base.h"

#include <QWidget>

class QVBoxLayout;

namespace dealdesk {

/// What reviewers asked for, on top of the form while a deal is negotiated: reason, and a button to each place meant.
class RevisionPanel : public QWidget {
    Q_OBJECT

public:
    explicit RevisionPanel(QWidget *parent = nullptr);

    /// Hidden without requests.
    void setRequests(const QList<RevisionRequest> &requests);

Q_SIGNALS:
    void chosen(const dealdesk::FieldPath &path);

private:
    QWidget *entryFor(const RevisionRequest &request, int number);

    QVBoxLayout *m_entries = nullptr;
};

} // namespace dealdesk
