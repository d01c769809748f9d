#pragma once

#include "presentation/inbox/inbox_filter_form.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QGridLayout;

namespace dealdesk {

class MoneyEdit;

/// What filters an inbox besides text: who is asked, how urgent, whether it is late or claimed, and how large.
class InboxFilterPanel : public QWidget {
    Q_OBJECT

public:
    explicit InboxFilterPanel(InboxFilterForm *form, QWidget *parent = nullptr);
    void takeFocus();

private:
    template<typename Value>
    struct Choice {
        QCheckBox *box;
        Value value;
    };
    void build();
    QCheckBox *addBox(const QString &name, const QString &text, QGridLayout *into);
    void read();
    void show();

    InboxFilterForm *m_form;
    QList<Choice<Department>> m_departments;
    QList<Choice<QString>> m_levels;
    QList<Choice<ApprovalPriority>> m_priorities;
    QCheckBox *m_overdue = nullptr;
    QComboBox *m_claim = nullptr;
    MoneyEdit *m_minimum = nullptr;
};

} // namespace dealdesk
