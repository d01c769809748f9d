#pragma once

#include "presentation/deal_editor/reapproval_preview.h"

#include <QWidget>

class QVBoxLayout;

namespace dealdesk {

/// Who stands and who is asked again, a line each, with every keystroke. Lines keep their place while their words change.
class ReapprovalPanel : public QWidget {
    Q_OBJECT

public:
    /// Its lines are named `name` and a number.
    ReapprovalPanel(const ReapprovalPreview &preview, const QString &name, QWidget *parent = nullptr);
    ~ReapprovalPanel() override;

private:
    struct Line;
    void showLines();
    void addLine();

    const ReapprovalPreview &m_preview;
    QString m_name;
    QVBoxLayout *m_layout = nullptr;
    QList<Line> m_lines;
};

} // namespace dealdesk
