#include "desktop/deal_editor/reapproval_panel.h"

#include "desktop/theme/icons.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
QIcon iconFor(ReapprovalOutcome outcome)
{
    switch (outcome) {
    case ReapprovalOutcome::New: return icon("plus"_L1, Tone::Info);
    case ReapprovalOutcome::AskedAgain: return icon("rotate-ccw"_L1, Tone::Caution);
    case ReapprovalOutcome::CarriedForward: return icon("circle-check"_L1, Tone::Positive);
    case ReapprovalOutcome::NotRequired: break;
    }
    return icon("minus"_L1, Tone::Muted);
}
} // namespace

ReapprovalPanel::ReapprovalPanel(const ReapprovalPreview &preview, const QString &name, QWidget *parent)
    : IconLines(name, parent), m_preview(preview)
{
    setObjectName(name + "Panel"_L1);
    setAccessibleName(tr("Who stands and who is asked again"));
    connect(&preview, &ReapprovalPreview::changed, this, &ReapprovalPanel::follow);
    follow();
}

void ReapprovalPanel::follow()
{
    QList<Line> shown;
    const QList<ReapprovalLine> lines = m_preview.lines();
    for (const ReapprovalLine &line : lines)
        shown.append({iconFor(line.outcome), line.text, line.detail});
    setLines(shown);
}

} // namespace dealdesk
