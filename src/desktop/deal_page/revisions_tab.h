#pragma once

#include "presentation/deal_page/deal_page_model.h"
#include "presentation/revisions/revision_choices.h"

#include <QWidget>

#include <memory>

class QLabel;

namespace dealdesk {

namespace Ui {
class RevisionsTab;
}
class Card;
class RevisionDifferenceView;

/// Any two revisions cell by cell, or one as an approver saw it. Escape leads back from the latter to comparing.
class RevisionsTab : public QWidget {
    Q_OBJECT

public:
    explicit RevisionsTab(DealPageModel *page, QWidget *parent = nullptr);
    ~RevisionsTab() override;

    void refresh();
    void showAsApproved(ApprovalId approval);
    /// Against the one before it.
    void showRevision(int number);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makeCard();
    void showChosen();
    void showComparison();
    void backToComparing();
    void offer();

    std::unique_ptr<Ui::RevisionsTab> m_ui;
    DealPageModel *m_page;
    Card *m_seenCard = nullptr;
    QLabel *m_seenAnswer = nullptr;
    RevisionDifferenceView *m_difference;
    QList<RevisionChoice> m_choices;
    std::optional<ApprovalId> m_asApproved;
};

} // namespace dealdesk
