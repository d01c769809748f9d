#include "desktop/deal_page/decision_bar.h"

#include "desktop/inbox/answer_panel.h"
#include "desktop/inbox/task_buttons.h"
#include "desktop/theme/spacing.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace dealdesk {

DecisionBar::DecisionBar(DealPageModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_behalf(new QLabel)
    , m_answer(new AnswerPanel(&m_meantFields))
    , m_buttons(new TaskButtons(TaskButtons::Place::Deal))
{
    setObjectName(u"decisionBar"_s);
    setAccessibleName(tr("Your decision"));
    m_answer->setObjectName(u"dealAnswerPanel"_s);
    m_buttons->setObjectName(u"dealTaskButtons"_s);
    m_behalf->setObjectName(u"decisionBehalf"_s);
    m_behalf->setAccessibleName(tr("For whom you decide"));
    m_behalf->setTextFormat(Qt::PlainText);
    m_behalf->setWordWrap(true);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins({});
    rows->setSpacing(spacing::kSmall);
    rows->addWidget(m_behalf);
    rows->addWidget(m_answer);
    rows->addWidget(m_buttons);
    setVisible(false);
    connect(m_buttons, &TaskButtons::chosen, this, &DecisionBar::act);
    connect(m_answer, &AnswerPanel::sent, this, &DecisionBar::carryOut);
    connect(m_answer, &AnswerPanel::putAwayByUser, m_answer, &AnswerPanel::putAway);
    connect(m_model, &DealPageModel::busyChanged, this, [this] { m_buttons->setBusy(m_model->isBusy()); });
    connect(m_model, &DealPageModel::done, m_answer, [this] { m_answer->setState({}); });
}

void DecisionBar::refresh()
{
    const auto task = m_model->ownTask();
    setVisible(task.has_value());
    if (!task)
        return m_answer->setState({});
    m_behalf->setText(tr("%1 is away: you decide for them.").arg(task->onBehalfOfName));
    m_behalf->setVisible(task->onBehalfOf.has_value());
    const auto &revisions = m_model->detail()->revisions;
    m_meantFields.setDraft(revisions.isEmpty() ? m_model->detail()->content : revisions.constLast().content);
    QList<TaskAction> offered = {TaskAction::Approve, TaskAction::RequestRevision};
    if (task->stage == 2)
        offered << TaskAction::Reject;
    m_buttons->offer(offered);
}

void DecisionBar::act(TaskAction action)
{
    if (action == TaskAction::Approve)
        carryOut(action, {});
    else
        m_answer->openFor(action);
}

void DecisionBar::carryOut(TaskAction action, const QString &text)
{
    m_model->decide(action, text, m_meantFields.checkedPaths());
}

} // namespace dealdesk
