#include "desktop/deal_editor/reapproval_panel.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
QIcon iconFor(ReapprovalOutcome outcome)
{
    switch (outcome) {
    case ReapprovalOutcome::New: return icon("plus"_L1, Tone::Caution);
    case ReapprovalOutcome::AskedAgain: return icon("rotate-ccw"_L1, Tone::Caution);
    case ReapprovalOutcome::CarriedForward: return icon("circle-check"_L1, Tone::Positive);
    case ReapprovalOutcome::NotRequired: break;
    }
    return icon("minus"_L1, Tone::Muted);
}
} // namespace

struct ReapprovalPanel::Line {
    QWidget *whole;
    IconLabel *picture;
    QLabel *text;
};

ReapprovalPanel::ReapprovalPanel(const ReapprovalPreview &preview, const QString &name, QWidget *parent)
    : QWidget(parent), m_preview(preview), m_name(name), m_layout(new QVBoxLayout(this))
{
    setObjectName(name + "Panel"_L1);
    setAccessibleName(tr("Who stands and who is asked again"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing::kTiny);
    connect(&preview, &ReapprovalPreview::changed, this, &ReapprovalPanel::showLines);
    showLines();
}

ReapprovalPanel::~ReapprovalPanel() = default;

void ReapprovalPanel::showLines()
{
    const QList<ReapprovalLine> lines = m_preview.lines();
    while (m_lines.size() < lines.size())
        addLine();
    for (qsizetype i = 0; i < m_lines.size(); ++i) {
        m_lines.at(i).whole->setVisible(i < lines.size());
        m_lines.at(i).text->setText(i < lines.size() ? lines.at(i).text : QString());
        if (i >= lines.size())
            continue;
        m_lines.at(i).picture->setIcon(iconFor(lines.at(i).outcome));
        m_lines.at(i).text->setToolTip(lines.at(i).detail.toHtmlEscaped());
    }
}

void ReapprovalPanel::addLine()
{
    auto *whole = new QWidget(this);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::kSmall);
    auto *picture = new IconLabel(spacing::kIconSize, whole);
    auto *text = new QLabel(whole);
    text->setObjectName(m_name + QString::number(m_lines.size() + 1));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(text, 1);
    m_layout->addWidget(whole);
    m_lines.append({whole, picture, text});
}

} // namespace dealdesk
