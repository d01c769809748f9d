#include "editor_reference.h"

#include "domain/default_policy.h"
#include "support/test_paths.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

std::shared_ptr<const ReferenceData> editorReference()
{
    auto data = std::make_shared<ReferenceData>();
    data->policy = defaultPolicy();
    QFile catalog(dataPath(u"incentive-catalog.json"_s));
    if (catalog.open(QIODevice::ReadOnly))
        data->catalog = catalogFromJson(catalog.readAll()).value_or(IncentiveCatalog{});
    data->clients.advertisers = {u"Contoso"_s, u"Northwind"_s};
    data->clients.agencies = {{u"Fabrikam"_s, AgencyType::HoldingCompany}};
    data->advertiserHistory.insert(u"Contoso"_s, ClientHistory{});
    data->advertiserHistory.insert(u"Northwind"_s,
                                   ClientHistory{Money::fromDollars(400'000), Ratio::fromPercent(30), Money::fromDollars(120'000),
                                                 Money::fromDollars(10'000), Money::fromDollars(35'000)});
    data->agencyHistory.insert(u"Fabrikam"_s, ClientHistory{Money::fromDollars(900'000), {}, {}, {}, {}});
    return data;
}

} // namespace dealdesk::test
