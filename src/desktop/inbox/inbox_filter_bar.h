#pragma once

#include "presentation/inbox/inbox_filter_form.h"

#include <QWidget>

class QLineEdit;
class QMenu;
class QToolButton;

namespace dealdesk {

class FilterChips;
class InboxFilterPanel;

/// Over the inbox's list: a field to search in, and what else filters in a panel below a button.
class InboxFilterBar : public QWidget {
    Q_OBJECT

public:
    /// Both outlive the bar.
    InboxFilterBar(InboxFilterForm *form, SavedFilters *saved, QWidget *parent = nullptr);
    void focusSearch();

Q_SIGNALS:
    /// Enter or Escape in the field: the list has the keys again.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();

    InboxFilterForm *m_form;
    QLineEdit *m_text;
    FilterChips *m_chips;
    InboxFilterPanel *m_panel;
};

} // namespace dealdesk
