#include "services/sample/sample_people.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

SamplePerson seller(const QString &username, const QString &first)
{
    return {username, first, u"Seller"_s, Role::Seller, std::nullopt, {}};
}

SamplePerson reviewer(const QString &username, const QString &first, const QString &last, Department department)
{
    return {username, first, last, Role::DepartmentReviewer, department, {}};
}

SamplePerson approver(const QString &username, const QString &first, const QString &last, const QString &level)
{
    return {username, first, last, Role::Approver, std::nullopt, level};
}

} // namespace

const QList<SamplePerson> &samplePeople()
{
    static const QList<SamplePerson> people{
        {u"ada.admin"_s, u"Ada"_s, u"Admin"_s, Role::Admin, std::nullopt, {}},
        seller(u"sam.seller"_s, u"Sam"_s),
        seller(u"stella.seller"_s, u"Stella"_s),
        seller(u"sid.seller"_s, u"Sid"_s),
        reviewer(u"tom.trading"_s, u"Tom"_s, u"Trading"_s, Department::Trading),
        reviewer(u"fiona.finance"_s, u"Fiona"_s, u"Finance"_s, Department::Finance),
        reviewer(u"clara.creative"_s, u"Clara"_s, u"Creative"_s, Department::Creative),
        reviewer(u"mark.marketing"_s, u"Mark"_s, u"Marketing"_s, Department::Marketing),
        reviewer(u"paula.product"_s, u"Paula"_s, u"Product"_s, Department::Product),
        reviewer(u"sol.solutions"_s, u"Sol"_s, u"Solutions"_s, Department::Solutions),
        reviewer(u"larry.legal"_s, u"Larry"_s, u"Legal"_s, Department::Legal),
        approver(u"mona.manager"_s, u"Mona"_s, u"Manager"_s, u"manager"_s),
        approver(u"dora.director"_s, u"Dora"_s, u"Director"_s, u"director"_s),
        approver(u"vera.vp"_s, u"Vera"_s, u"Vp"_s, u"vp"_s),
        approver(u"stan.svp"_s, u"Stan"_s, u"Svp"_s, u"svp"_s),
    };
    return people;
}

} // namespace dealdesk
