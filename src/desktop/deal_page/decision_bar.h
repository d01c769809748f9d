#pragma once

#include "presentation/deal_page/deal_page_model.h"
#include "presentation/inbox/meant_fields_model.h"

#include <QWidget>

class QLabel;

namespace dealdesk {

class AnswerPanel;
class TaskButtons;

/// What a reviewer may decide on the deal that is open, as in the inbox. Hidden for everybody else. What is being written stays while the
/// deal changes.
class DecisionBar : public QWidget {
    Q_OBJECT

public:
    explicit DecisionBar(DealPageModel *model, QWidget *parent = nullptr);

    void refresh();

private:
    void act(TaskAction action);
    void carryOut(TaskAction action, const QString &text);

    DealPageModel *m_model;
    MeantFieldsModel m_meantFields;
    QLabel *m_behalf = nullptr; ///< for whom, as a delegate
    AnswerPanel *m_answer = nullptr;
    TaskButtons *m_buttons = nullptr;
};

} // namespace dealdesk
