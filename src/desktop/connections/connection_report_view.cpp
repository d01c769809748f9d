#include "desktop/connections/connection_report_view.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/icon_label.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Tone toneOf(ConnectionFinding::Kind kind)
{
    switch (kind) {
    case ConnectionFinding::Kind::Good: return Tone::Positive;
    case ConnectionFinding::Kind::Note: return Tone::Caution;
    case ConnectionFinding::Kind::Problem: return Tone::Negative;
    }
    return Tone::Neutral;
}

} // namespace

ConnectionReportView::ConnectionReportView(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins({});
    m_lines->setSpacing(spacing::kSmall);
    setVisible(false);
}

void ConnectionReportView::show(const ConnectionReport &report)
{
    while (auto *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    QStringList spoken;
    for (int i = 0; i < report.findings.size(); ++i) {
        addLine(report.findings.at(i), i + 1);
        spoken += report.findings.at(i).what;
    }
    setAccessibleName(spoken.join(u' '));
    setVisible(!spoken.isEmpty());
    if (spoken.isEmpty())
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ConnectionReportView::addLine(const ConnectionFinding &finding, int number)
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::kSmall);
    auto *picture = new IconLabel(spacing::kIconSize, line);
    picture->setIcon(toneIcon(toneOf(finding.kind)));
    auto *text = new QLabel(finding.advice.isEmpty() ? finding.what : u"%1\n%2"_s.arg(finding.what, finding.advice));
    text->setObjectName(u"testFinding%1"_s.arg(number));
    text->setAccessibleName(text->text());
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    text->setWordWrap(true);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_lines->addWidget(line);
}

} // namespace dealdesk
