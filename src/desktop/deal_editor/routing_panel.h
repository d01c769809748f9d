#pragma once

#include "presentation/deal_editor/deal_form.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace dealdesk {

/// The approval path in words, a line per step.
class RoutingPanel : public QWidget {
    Q_OBJECT

public:
    explicit RoutingPanel(const DealForm &form, QWidget *parent = nullptr);

private:
    void showPath();
    QLabel *addLine(const QString &name);
    QLabel *addHeading(const QString &text);

    const DealForm &m_form;
    QVBoxLayout *m_departmentLines = nullptr;
    QList<QLabel *> m_departments;
    QLabel *m_business = nullptr;
};

} // namespace dealdesk
