#pragma once

#include "desktop/widgets/icon_lines.h"
#include "presentation/deal_editor/reapproval_preview.h"

namespace dealdesk {

/// Who stands and who is asked again, a line each, with every keystroke.
class ReapprovalPanel : public IconLines {
    Q_OBJECT

public:
    ReapprovalPanel(const ReapprovalPreview &preview, const QString &name, QWidget *parent = nullptr);

private:
    void follow();

    const ReapprovalPreview &m_preview;
};

} // namespace dealdesk
