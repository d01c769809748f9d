#include "presentation/sign_in/sign_in_model.h"

#include "services/connections/connection_advice.h"
#include "services/connections/key_store.h"
#include "services/error_text.h"

// The part of SignInModel that is about servers.

namespace dealdesk {

void SignInModel::choose(const ConnectionProfile &profile)
{
    m_profile = profile;
    if (!profile.isServer()) {
        open(locationOf(profile, {}));
        return;
    }
    m_request.stop();
    m_workspace.reset();
    m_secret.reset();
    m_location = locationOf(profile, profile.username);
    setBusy(false);
    enter(Step::Credentials);
}

void SignInModel::cancel()
{
    m_request.stop();
    setBusy(false);
    enter(Step::Credentials);
}

QCoro::Task<> SignInModel::lookUpSecret(QString username)
{
    const auto stop = m_lookingUp.begin();
    if (!m_profile.isServer() || !m_profile.remembersSecret || m_profile.signIn == SignInMethod::TokenCommand || username.isEmpty())
        co_return;
    const KeyStore keys;
    const auto task = keys.read(KeyStore::keyOf(m_profile.id, username));
    const auto secret = co_await task;
    if (!stop.stopped() && secret)
        Q_EMIT secretFound(username, *secret);
}

QCoro::Task<> SignInModel::signInToServer(QString username, QString password, bool remember)
{
    const auto stop = m_request.begin();
    m_lookingUp.stop();
    m_remembers = remember;
    m_secret = std::make_shared<SharedSecret>(password);
    m_location = locationOf(m_profile, username, m_secret);
    setBusy(true);
    enter(Step::Opening);
    const auto task = Workspace::open(m_location);
    const auto opened = co_await task;
    if (stop.stopped())
        co_return;
    setBusy(false);
    if (!opened) {
        reportConnecting(opened.error());
        co_return;
    }
    m_workspace = *opened;
    const auto person = AccountService(m_workspace).signedIn();
    if (!person) {
        reportConnecting({ErrorCode::AccountInactive, {}, {}});
        co_return;
    }
    this->remember(username, password, remember);
    welcome(*person, password);
}

/// What can be corrected beside the fields stays there; all else is a refusal with ways on.
void SignInModel::reportConnecting(const Error &error)
{
    const bool isPassword = error.code == ErrorCode::AccessDenied && error.data.value(QStringLiteral("reason")).toString() == u"password";
    if (!isPassword)
        return refuse(error);
    enter(Step::Credentials);
    const ConnectionFinding problem = problemWith(error);
    Q_EMIT failed(Field::Password, tr("%1 %2").arg(problem.what, problem.advice));
}

/// Goes on in the background: a key store may wait for somebody who unlocks it.
QCoro::Task<> SignInModel::remember(QString username, QString secret, bool wanted)
{
    if (!m_profile.remembersSecret || m_profile.signIn == SignInMethod::TokenCommand)
        co_return;
    const auto stop = m_lookingUp.begin();
    const KeyStore keys;
    const QString key = KeyStore::keyOf(m_profile.id, username);
    const auto task = wanted ? keys.write(key, secret) : keys.remove(key);
    const Status done = co_await task;
    if (!stop.stopped() && wanted && !done)
        Q_EMIT notRemembered(sentenceFor(done.error()));
}

} // namespace dealdesk
