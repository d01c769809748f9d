#pragma once

#include "data/connection.h"

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

    /// Gives the error that it answered with, if any.
    virtual std::optional<ErrorCode> run(Connection &connection) = 0;
    virtual void refuse(Error error) = 0;
};

/// A job whose answer somebody awaits. Dropped unanswered it answers Cancelled: QCoro 0.8 reads an empty result from a cancelled future and
/// crashes.
template<typename Work>
class PromisedJob final : public SqlJob {
public:
    using Answer = std::invoke_result_t<Work &, Connection &>;

    explicit PromisedJob(Work work) : m_work(std::move(work)) { m_promise.start(); }
    ~PromisedJob() override
    {
        if (!m_answered)
            answer(failure(ErrorCode::Cancelled));
    }
    QFuture<Answer> future() { return m_promise.future(); }

    std::optional<ErrorCode> run(Connection &connection) override
    {
        try {
            return answer(m_work(connection));
        } catch (const std::exception &exception) {
            return answer(failure(ErrorCode::Internal, QString::fromUtf8(exception.what())));
        }
    }
    void refuse(Error error) override { answer(failure(std::move(error))); }

private:
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
    bool m_answered = false;
};

} // namespace dealdesk
