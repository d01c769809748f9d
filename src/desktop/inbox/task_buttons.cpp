#include "desktop/inbox/task_buttons.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Face {
    TaskAction action;
    QString name; ///< of the button
    QString text;
    QLatin1StringView iconName;
    QString key;
};

QList<Face> faces()
{
    const auto tr = [](const char *text) { return TaskButtons::tr(text); };
    return {{TaskAction::Approve, u"approveButton"_s, tr(QT_TR_NOOP("&Approve")), "check"_L1, u"A"_s},
            {TaskAction::StartContract, u"startContractButton"_s, tr(QT_TR_NOOP("St&art contract")), "file-text"_L1, u"A"_s},
            {TaskAction::SendToClient, u"sendToClientButton"_s, tr(QT_TR_NOOP("Sen&d to client")), "send"_L1, u"A"_s},
            {TaskAction::MarkSigned, u"markSignedButton"_s, tr(QT_TR_NOOP("M&ark as signed")), "signature"_L1, u"A"_s},
            {TaskAction::OpenEditor, u"openEditorButton"_s, tr(QT_TR_NOOP("Ch&ange the deal")), "pencil"_L1, u"A"_s},
            {TaskAction::RequestRevision, u"revisionButton"_s, tr(QT_TR_NOOP("Request &revision")), "rotate-ccw"_L1, u"R"_s},
            {TaskAction::Reject, u"rejectButton"_s, tr(QT_TR_NOOP("Re&ject")), "x"_L1, u"X"_s},
            {TaskAction::Comment, u"commentButton"_s, tr(QT_TR_NOOP("&Comment")), "message-square"_L1, u"C"_s},
            {TaskAction::Claim, u"claimButton"_s, tr(QT_TR_NOOP("C&laim")), "hand"_L1, u"L"_s},
            {TaskAction::Release, u"releaseButton"_s, tr(QT_TR_NOOP("Re&lease")), "hand"_L1, u"L"_s}};
}

/// The keys that the deal's own actions and tabs leave free.
QString textOnDeal(const Face &face)
{
    switch (face.action) {
    case TaskAction::Approve: return TaskButtons::tr("Appr&ove");
    case TaskAction::RequestRevision: return TaskButtons::tr("Re&quest revision");
    default: return face.text;
    }
}

} // namespace

TaskButtons::TaskButtons(Place place, QWidget *parent)
    : QWidget(parent), m_place(place), m_open(new QPushButton(icon("external-link"_L1), tr("&Open deal")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::kSmall);
    const auto all = faces();
    for (const Face &face : all) {
        auto *button = new QPushButton(place == Place::Inbox ? face.text : textOnDeal(face));
        button->setObjectName(face.name);
        button->setAccessibleName(face.text.trimmed().remove(u'&'));
        if (m_place == Place::Inbox)
            button->setToolTip(tr("Key: %1").arg(face.key));
        if (face.action == TaskAction::Reject)
            setThemeRole(button, "danger");
        const auto action = face.action;
        connect(button, &QPushButton::clicked, this, [this, action] { Q_EMIT chosen(action); });
        layout->addWidget(button);
        m_buttons.insert(action, button);
        m_iconNames.insert(action, face.iconName);
    }
    layout->addStretch();
    m_open->setObjectName(u"openDealButton"_s);
    m_open->setAccessibleName(tr("Open deal"));
    m_open->setToolTip(tr("Key: Enter"));
    setThemeRole(m_open, "quiet");
    connect(m_open, &QPushButton::clicked, this, &TaskButtons::openRequested);
    layout->addWidget(m_open);
    offer({});
}

void TaskButtons::offer(const QList<TaskAction> &actions, bool opens)
{
    m_offered = actions;
    for (auto it = m_buttons.cbegin(); it != m_buttons.cend(); ++it) {
        it.value()->setVisible(actions.contains(it.key()));
        const QLatin1StringView iconName = m_iconNames.value(it.key());
        it.value()->setIcon(it.key() == primary() ? iconOnAccent(iconName) : icon(iconName));
        setThemeRole(it.value(), it.key() == primary() ? "primary" : it.key() == TaskAction::Reject ? "danger" : "");
    }
    m_open->setVisible(m_place == Place::Inbox && opens && !actions.isEmpty());
}

void TaskButtons::setBusy(bool busy)
{
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(!busy);
}

bool TaskButtons::offers(TaskAction action) const
{
    return m_offered.contains(action);
}

std::optional<TaskAction> TaskButtons::primary() const
{
    return m_offered.isEmpty() ? std::nullopt : std::optional(m_offered.constFirst());
}

} // namespace dealdesk
