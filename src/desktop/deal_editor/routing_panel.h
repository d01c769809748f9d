#pragma once

#include "presentation/deal_editor/deal_form.h"
#include "presentation/deal_editor/submission_check.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace dealdesk {

class IconLines;

/// The approval path in words, a line per step, and under it who of them is away.
class RoutingPanel : public QWidget {
    Q_OBJECT

public:
    RoutingPanel(const DealForm &form, const SubmissionCheck &check, QWidget *parent = nullptr);

private:
    void showPath();
    void showAbsences();
    QLabel *addLine(const QString &name);
    QLabel *addHeading(const QString &text);

    const DealForm &m_form;
    const SubmissionCheck &m_check;
    QVBoxLayout *m_departmentLines = nullptr;
    QList<QLabel *> m_departments;
    QLabel *m_business = nullptr;
    IconLines *m_absences = nullptr;
};

} // namespace dealdesk
