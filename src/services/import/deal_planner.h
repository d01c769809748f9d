#pragma once

#include "services/import/imported_deal.h"

namespace dealdesk {

/// Plans the deals and scoping requests of a capture, in the order of their numbers.
class DealPlanner {
public:
    DealPlanner(const Capture &capture, const ImportSurroundings &surroundings, const People &people, ImportPlan &plan, ImportTally &tally);

    void planDeals();
    void planScopingRequests();
    /// Tiers, approvals and the rest of deals that the capture does not have.
    void quarantineOrphans();

private:
    enum class Before { New, Imported, OtherDeal };

    void planDeal(const SourceRow &deal);
    void planScopingRequest(SourceRow source);
    void finish(ImportedDeal &rows, const QString &kind, const QString &key);
    [[nodiscard]] Before lookUp(const QString &kind, const QString &key, const SourceRow &deal, const QString &name) const;
    void findOwner(SourceRow &deal, DealRecord &record);
    void settleReference(ImportedDeal &rows);
    QString parentKeyOf(ImportedDeal &rows);
    [[nodiscard]] QJsonObject peopleNamedIn(const ImportedDeal &rows) const;

    const Capture &m_capture;
    const ImportSurroundings &m_surroundings;
    const People &m_people;
    const OptionPlaces m_places;
    ImportPlan &m_plan;
    ImportTally &m_tally;
    QHash<QString, QString> m_keyOfDeal;      ///< of deals that are imported, by the prototype's number
    QSet<QString> m_dealIds;                  ///< of all deals of the capture
    QHash<QString, QString> m_referenceUsers; ///< reference → the address of the first deal that has it
};

} // namespace dealdesk
