#pragma once

#include "domain/deal_actions.h"
#include "presentation/deal_editor/approver_absences.h"
#include "presentation/deal_editor/change_list_model.h"
#include "presentation/deal_editor/reapproval_preview.h"
#include "presentation/text/absence_text.h"

namespace dealdesk {

/// What the owner is shown once more before a deal goes out, where something is open: points that are not dealt with, people who are away,
/// approvers whom the changes bring in again. Sent is what was shown: a later edit puts it away.
class SubmissionCheck : public QObject {
    Q_OBJECT

public:
    SubmissionCheck(const DealForm &form, const ChangeListModel &changes, const ReapprovalPreview &reapproval,
                    const ApproverAbsences &absences, QObject *parent = nullptr);

    [[nodiscard]] bool isNeeded(DealAction action) const;
    /// `news`: what has changed since it was shown last.
    void open(DealAction action, const QStringList &news = {});
    void close();
    [[nodiscard]] bool isOpen() const { return m_action.has_value(); }

    [[nodiscard]] QString question() const;
    [[nodiscard]] const QStringList &news() const { return m_news; }
    /// Of those who will be asked.
    [[nodiscard]] QList<AbsenceHint> absences() const;
    /// Of everybody on the path, who is asked or not.
    [[nodiscard]] std::optional<AbsenceHint> absenceOf(Approver approver) const;
    /// The way ahead as the owner sees it now, a line per step.
    [[nodiscard]] QStringList pathInWords() const;

Q_SIGNALS:
    void changed();         ///< opened, put away, or something in it is different
    void absencesChanged(); ///< of anybody on the path

private:
    void follow();
    [[nodiscard]] bool isNews(const ReapprovalStep &step) const;

    const DealForm &m_form;
    const ChangeListModel &m_changes;
    const ReapprovalPreview &m_reapproval;
    const ApproverAbsences &m_absences;
    std::optional<DealAction> m_action; ///< while it is open
    DealDraft m_shown;
    QStringList m_news;
};

} // namespace dealdesk
