#include "desktop/deal_page/action_bar.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "presentation/text/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct Look {
    QString objectName;
    QLatin1StringView icon;
    bool leads = false; ///< moves the deal on: the first such one stands out
};

Look lookOf(DealAction action)
{
    switch (action) {
    case DealAction::Edit: return {u"dealActionEdit"_s, "pencil"_L1};
    case DealAction::Submit: return {u"dealActionSubmit"_s, "send"_L1, true};
    case DealAction::AskForScoping: return {u"dealActionAskForScoping"_s, "lightbulb"_L1, true};
    case DealAction::ConvertToSubmission: return {u"dealActionConvert"_s, "file-plus"_L1, true};
    case DealAction::Resubmit: return {u"dealActionResubmit"_s, "send"_L1, true};
    case DealAction::Recall: return {u"dealActionRecall"_s, "undo-2"_L1};
    case DealAction::RenewDraft: return {u"dealActionRenew"_s, "refresh-cw"_L1, true};
    case DealAction::StartContract: return {u"dealActionStartContract"_s, "file-text"_L1, true};
    case DealAction::SendToClient: return {u"dealActionSendToClient"_s, "send"_L1, true};
    case DealAction::MarkSigned: return {u"dealActionMarkSigned"_s, "signature"_L1, true};
    case DealAction::Reopen: return {u"dealActionReopen"_s, "rotate-ccw"_L1};
    case DealAction::MarkLost: return {u"dealActionMarkLost"_s, "circle-x"_L1};
    case DealAction::Revise: return {u"dealActionRevise"_s, "copy"_L1};
    case DealAction::Comment: return {u"dealActionComment"_s, "message-square"_L1};
    }
    return {};
}

QString withoutMnemonic(QString text)
{
    return text.remove(u'&');
}

bool sameActions(const QList<OfferedAction> &a, const QList<OfferedAction> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(),
                      [](const OfferedAction &x, const OfferedAction &y) { return x.action == y.action && x.hindrance == y.hindrance; });
}

} // namespace

ActionBar::ActionBar(QWidget *parent)
    : QWidget(parent), m_row(new QHBoxLayout), m_transfer(new QPushButton(tr("&Transfer…"), this)), m_why(new QLabel(this))
{
    m_transfer->setObjectName(u"dealActionTransfer"_s);
    m_transfer->setAccessibleName(tr("Transfer to another owner"));
    m_transfer->setIcon(icon("users"_L1));
    m_transfer->hide();
    connect(m_transfer, &QPushButton::clicked, this, &ActionBar::transferRequested);
    m_why->setObjectName(u"dealActionsWhy"_s);
    m_why->setAccessibleName(tr("Why some actions are not on offer"));
    m_why->setTextFormat(Qt::PlainText);
    m_why->setWordWrap(true);
    setThemeRole(m_why, "muted");
    m_row->setSpacing(spacing::kSmall);
    m_row->addWidget(m_transfer);
    m_row->addStretch();
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(spacing::kTiny);
    rows->addLayout(m_row);
    rows->addWidget(m_why);
}

void ActionBar::setActions(const QList<OfferedAction> &actions, bool busy)
{
    if (!sameActions(m_actions, actions) || m_buttons.isEmpty()) {
        rebuild(actions);
        explain(actions);
    }
    m_actions = actions;
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setEnabled(!busy && actions.at(i).isEnabled());
    m_transfer->setEnabled(!busy);
}

void ActionBar::setTransferVisible(bool visible)
{
    m_transfer->setVisible(visible);
}

void ActionBar::rebuild(const QList<OfferedAction> &actions)
{
    for (QPushButton *button : m_buttons)
        button->deleteLater();
    m_buttons.clear();
    bool led = false;
    for (const OfferedAction &offered : actions) {
        const Look look = lookOf(offered.action);
        auto *button = new QPushButton(label(offered.action), this);
        button->setObjectName(look.objectName);
        button->setAccessibleName(withoutMnemonic(label(offered.action)));
        const QString why = explanation(offered.hindrance);
        button->setToolTip(why.toHtmlEscaped());
        button->setAccessibleDescription(why);
        const bool leads = look.leads && offered.isEnabled() && !led;
        led = led || leads;
        if (leads)
            setThemeRole(button, "primary");
        else if (offered.action == DealAction::MarkLost)
            setThemeRole(button, "danger");
        button->setIcon(leads ? iconOnAccent(look.icon) : icon(look.icon));
        connect(button, &QPushButton::clicked, this, [this, action = offered.action] { Q_EMIT triggered(action); });
        m_row->insertWidget(int(m_buttons.size()), button);
        m_buttons.append(button);
    }
}

void ActionBar::explain(const QList<OfferedAction> &actions)
{
    QStringList sentences;
    QHash<QString, QStringList> hindered;
    for (const OfferedAction &offered : actions) {
        if (offered.isEnabled())
            continue;
        const QString why = explanation(offered.hindrance);
        if (!sentences.contains(why))
            sentences.append(why);
        hindered[why].append(withoutMnemonic(label(offered.action)));
    }
    QStringList lines;
    for (const QString &why : sentences)
        lines.append(tr("%1: %2").arg(hindered.value(why).join(u", "_s), why));
    m_why->setText(lines.join(u'\n'));
    m_why->setVisible(!lines.isEmpty());
}

} // namespace dealdesk
