#pragma once

#include "core/ids.h"
#include "presentation/deal_list/deal_columns.h"

#include <QTableView>

namespace dealdesk {

class DealListModel;

/// The Deals list: columns to choose, to move and to widen, remembered per person; sorting by a click on the header. It tells the model
/// which rows are in view, so that pages are fetched before they are missed.
class DealTableView : public QTableView {
    Q_OBJECT

public:
    explicit DealTableView(QWidget *parent = nullptr);

    /// `settingsKey` is the group under which columns and order are kept.
    void setDeals(DealListModel *model, const QString &settingsKey);
    [[nodiscard]] QMenu *columnMenu() const { return m_columnMenu; }

    [[nodiscard]] DealId currentDeal() const;
    /// Top to bottom.
    [[nodiscard]] QList<int> selectedRowNumbers() const;
    /// In the order in which they stand.
    [[nodiscard]] QList<DealColumn> shownColumns() const;

Q_SIGNALS:
    void dealActivated(dealdesk::DealId deal);
    void orderRequested(dealdesk::DealSort sort, bool descending);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void fillColumnMenu();
    void restoreColumns();
    void saveColumns() const;
    void resetColumns();
    void requestOrder(int section, Qt::SortOrder order);
    void reportVisibleRows();

    DealListModel *m_deals = nullptr;
    QMenu *m_columnMenu;
    QString m_settingsKey;
};

} // namespace dealdesk
