#include "desktop/deal_editor/routing_panel.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/icon_lines.h"
#include "presentation/text/routing_text.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

RoutingPanel::RoutingPanel(const DealForm &form, const SubmissionCheck &check, QWidget *parent)
    : QWidget(parent), m_form(form), m_check(check)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTiny);
    layout->addWidget(addHeading(tr("First, side by side")));
    m_departmentLines = new QVBoxLayout;
    m_departmentLines->setSpacing(spacing::kTiny);
    layout->addLayout(m_departmentLines);
    layout->addSpacing(spacing::kTiny);
    layout->addWidget(addHeading(tr("Then, one decision")));
    m_business = addLine(u"routingBusiness"_s);
    m_business->setAccessibleName(tr("Business approval"));
    layout->addWidget(m_business);
    m_absences = new IconLines(u"routingAbsence"_s, this);
    m_absences->setAccessibleName(tr("Who is away"));
    layout->addSpacing(spacing::kTiny);
    layout->addWidget(m_absences);
    setAccessibleName(tr("Approval path"));
    connect(&form, &DealForm::routingChanged, this, &RoutingPanel::showPath);
    connect(&check, &SubmissionCheck::absencesChanged, this, &RoutingPanel::showAbsences);
    showPath();
    showAbsences();
}

QLabel *RoutingPanel::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    heading->setTextFormat(Qt::PlainText);
    setThemeRole(heading, "muted");
    setTextSize(heading, TextSize::Caption);
    return heading;
}

QLabel *RoutingPanel::addLine(const QString &name)
{
    auto *line = new QLabel(this);
    line->setObjectName(name);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return line;
}

void RoutingPanel::showPath()
{
    const QList<DepartmentStep> &steps = m_form.routing().departments;
    while (m_departments.size() < steps.size()) {
        m_departments.append(addLine(u"routingDepartment%1"_s.arg(m_departments.size() + 1)));
        m_departmentLines->addWidget(m_departments.last());
    }
    for (qsizetype i = 0; i < m_departments.size(); ++i) {
        m_departments.at(i)->setVisible(i < steps.size());
        if (i < steps.size())
            m_departments.at(i)->setText(reasonText(steps.at(i)));
    }
    m_business->setText(businessReasonText(m_form.routing(), m_form.reference().policy));
}

void RoutingPanel::showAbsences()
{
    QList<IconLines::Line> lines;
    const auto add = [&](Approver approver) {
        if (const std::optional<AbsenceHint> hint = m_check.absenceOf(approver))
            lines.append({icon("user"_L1, hint->waits ? Tone::Caution : Tone::Info), hint->text});
    };
    for (const DepartmentStep &step : m_form.routing().departments)
        add(step.department);
    add({});
    m_absences->setLines(lines);
    m_absences->setVisible(!lines.isEmpty());
}

} // namespace dealdesk
