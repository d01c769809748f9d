#pragma once

#include "data/connection.h"

#include <QDeadlineTimer>
#include <QPromise>

#include <exception>

namespace dealdesk {

/// What a database's thread works off. It is answered exactly once, whatever happens.
class SqlJob {
public:
    SqlJob() = default;
    virtual ~SqlJob() = default;
    SqlJob(const SqlJob &) = delete;
    SqlJob &operator=(const SqlJob &) = delete;

    /// Gives the error that it ended with, if any. With `mayRepeat` a job that can be carried out again does not answer that the line
    /// broke, and waits to be run once more.
    virtual std::optional<ErrorCode> run(Connection &connection, bool mayRepeat) = 0;
    virtual void refuse(Error error) = 0;
    [[nodiscard]] virtual bool isAnswered() const = 0;

    /// How long it may wait for a connection that was lost.
    QDeadlineTimer patience;
};

/// A job whose answer somebody awaits. Dropped unanswered it answers Cancelled: QCoro 0.8 reads an empty result from a cancelled future and
/// crashes.
template<typename Work>
class PromisedJob final : public SqlJob {
public:
    using Answer = std::invoke_result_t<Work &, Connection &>;

    PromisedJob(Work work, bool isRepeatable) : m_work(std::move(work)), m_repeatsLeft(isRepeatable ? kMostRepeats : 0)
    {
        m_promise.start();
    }
    ~PromisedJob() override
    {
        if (!m_answered)
            answer(failure(ErrorCode::Cancelled));
    }
    QFuture<Answer> future() { return m_promise.future(); }

    std::optional<ErrorCode> run(Connection &connection, bool mayRepeat) override
    {
        try {
            Answer result = m_work(connection);
            if (!result && isLineBroken(result.error().code) && mayRepeat && m_repeatsLeft > 0) {
                --m_repeatsLeft;
                return result.error().code;
            }
            return answer(std::move(result));
        } catch (const std::exception &exception) {
            return answer(failure(ErrorCode::Internal, QString::fromUtf8(exception.what())));
        }
    }
    void refuse(Error error) override { answer(failure(std::move(error))); }
    [[nodiscard]] bool isAnswered() const override { return m_answered; }

private:
    static constexpr int kMostRepeats = 2; // one that breaks the line itself is not to do so for ever

    std::optional<ErrorCode> answer(Answer result)
    {
        m_answered = true;
        const std::optional<ErrorCode> code = result ? std::nullopt : std::optional(result.error().code);
        m_promise.addResult(std::move(result));
        m_promise.finish();
        return code;
    }

    Work m_work;
    QPromise<Answer> m_promise;
    int m_repeatsLeft;
    bool m_answered = false;
};

} // namespace dealdesk
