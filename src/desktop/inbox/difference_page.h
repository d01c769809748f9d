#pragma once

#include "presentation/revisions/since_decision.h"

#include <QWidget>

class QLabel;

namespace dealdesk {

class RevisionDifferenceView;

/// The whole width for what changed since one decided last.
class DifferencePage : public QWidget {
    Q_OBJECT

public:
    explicit DifferencePage(QWidget *parent = nullptr);

    void showSince(const QString &deal, const SinceDecision &since);

Q_SIGNALS:
    void closed();

private:
    QLabel *m_deal;
    QLabel *m_headline;
    RevisionDifferenceView *m_view;
};

} // namespace dealdesk
