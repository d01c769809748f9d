#pragma once

#include "services/sample/sample_people.h"
#include "services/workspace.h"

namespace dealdesk {

/// The sample database: people of every kind, clients, and about sixty deals in every status, so that everybody's inbox has something.
/// Written by the same commands that the program sends.
class SampleData {
public:
    explicit SampleData(std::shared_ptr<Workspace> workspace);

    /// Whether nobody is in the database yet, so that create() may fill it.
    QCoro::Task<Result<bool>> isWanted() const;
    /// All or nothing; Forbidden when there is somebody already.
    QCoro::Task<Status> create() const;

    static constexpr int kPastDeals = 46;
    static constexpr int kPresentDeals = 16;

private:
    std::shared_ptr<Workspace> m_workspace;
};

} // namespace dealdesk
