#include "desktop/main_window/status_line.h"

#include "desktop/theme/theme.h"
#include "presentation/connections/connection_list.h"
#include "presentation/text/labels.h"

#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QStatusBar>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kMessageMs = 8000;

QLabel *addLabel(QStatusBar *bar, const QString &name, const QString &accessibleName, const QString &text)
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setAccessibleName(accessibleName);
    label->setTextFormat(Qt::PlainText);
    setThemeRole(label, "muted");
    bar->addPermanentWidget(label);
    return label;
}

QString roleText(const Actor &actor)
{
    if (actor.department)
        return StatusLine::tr("%1, %2").arg(label(actor.role), label(*actor.department));
    return label(actor.role);
}

} // namespace

StatusLine::StatusLine(std::shared_ptr<Session> session, const ConnectionProfile &connection, QStatusBar *bar)
    : QObject(bar), m_session(std::move(session)), m_bar(bar)
{
    const Actor &actor = m_session->actor();
    const Workspace &workspace = m_session->workspace();
    auto *database = addLabel(bar, u"databaseName"_s, tr("Database"), connection.isServer() ? connection.name : workspace.displayName());
    database->setToolTip(connection.isServer() ? describe(connection) : QDir::toNativeSeparators(workspace.location().filePath));
    addLabel(bar, u"userName"_s, tr("User"), actor.displayName);
    addLabel(bar, u"userRole"_s, tr("Role"), roleText(actor));
    m_state = addLabel(bar, u"databaseState"_s, tr("State of the database"), {});
    connect(&m_session->workspace(), &Workspace::stateChanged, this, &StatusLine::showState);
    showState();
}

void StatusLine::showMessage(const QString &text)
{
    m_bar->showMessage(text, kMessageMs);
}

void StatusLine::showState()
{
    switch (m_session->workspace().state()) {
    case Workspace::State::Ready: return m_state->setText(tr("Ready"));
    case Workspace::State::Busy: return m_state->setText(tr("Busy: somebody else is writing"));
    case Workspace::State::Unavailable: return m_state->setText(tr("Not reachable"));
    case Workspace::State::Reconnecting:
        return m_state->setText(
            tr("Reconnecting… showing what was known at %1").arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat)));
    case Workspace::State::Checking: return m_state->setText(tr("Checking whether it was saved…"));
    case Workspace::State::Maintenance: return m_state->setText(tr("Closed for maintenance"));
    }
}

} // namespace dealdesk
