#include "desktop/deal_editor/context_panel.h"

#include "desktop/deal_editor/field_binder.h"

#include "deal_editor/ui_context_panel.h"

namespace dealdesk {

ContextPanel::ContextPanel(FieldBinder &binder, QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::ContextPanel>())
{
    m_ui->setupUi(this);
    binder.bind(m_ui->businessSummaryEdit, Field::BusinessSummary);
    binder.bind(m_ui->clientAsksEdit, Field::ClientAsks);
    binder.bind(m_ui->growthOpportunityOwnEdit, Field::GrowthOpportunityOwn);
    binder.bind(m_ui->growthOpportunityClientEdit, Field::GrowthOpportunityClient);
    constexpr int kLines = 4;
    for (QPlainTextEdit *edit : findChildren<QPlainTextEdit *>())
        edit->setMinimumHeight(edit->fontMetrics().lineSpacing() * kLines + 2 * int(edit->document()->documentMargin()) + 2);
}

ContextPanel::~ContextPanel() = default;

} // namespace dealdesk
