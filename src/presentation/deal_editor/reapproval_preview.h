#pragma once

#include "domain/reapproval.h"
#include "presentation/deal_editor/deal_form.h"

namespace dealdesk {

/// A line of the preview. Who stands shares a line, and so does who is not asked any more.
struct ReapprovalLine {
    ReapprovalOutcome outcome = ReapprovalOutcome::New;
    QString text;   ///< who, and on lines of its own what is to blame
    QString detail; ///< why, in sentences

    friend bool operator==(const ReapprovalLine &, const ReapprovalLine &) = default;
};

/// Who stands and who is asked again when the form is sent in again as it is now. Follows every keystroke.
class ReapprovalPreview : public QObject {
    Q_OBJECT

public:
    explicit ReapprovalPreview(DealForm &form, QObject *parent = nullptr);

    /// Nothing: the deal is not one to be resubmitted.
    void setPast(const std::optional<QList<PastDecision>> &past);

    [[nodiscard]] const QList<ReapprovalStep> &steps() const { return m_steps; }
    /// "Finance is asked again", and below it "Tier 2 margin: 32% → 31.9%". First whoever is asked.
    [[nodiscard]] QList<ReapprovalLine> lines() const;

Q_SIGNALS:
    void changed();

private:
    void follow();

    DealForm &m_form;
    std::optional<QList<PastDecision>> m_past;
    QList<ReapprovalStep> m_steps;
};

} // namespace dealdesk
