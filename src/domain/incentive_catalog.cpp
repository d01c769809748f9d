#include "domain/incentive_catalog.h"

#include <algorithm>

namespace dealdesk {

namespace {

template<typename Named>
const Named *findNamed(const QList<Named> &list, const QString &name)
{
    const auto found = std::find_if(list.cbegin(), list.cend(), [&name](const Named &item) { return item.name == name; });
    return found == list.cend() ? nullptr : &*found;
}

template<typename Named>
QStringList namesOf(const QList<Named> &list)
{
    QStringList names;
    for (const Named &item : list)
        names += item.name;
    return names;
}

} // namespace

QStringList IncentiveCatalog::categoryNames() const
{
    return namesOf(categories);
}

QStringList IncentiveCatalog::subCategoryNames(const QString &category) const
{
    const Category *found = findNamed(categories, category);
    return found ? namesOf(found->subCategories) : QStringList();
}

QStringList IncentiveCatalog::options(const QString &category, const QString &subCategory) const
{
    const Category *parent = findNamed(categories, category);
    const SubCategory *found = parent ? findNamed(parent->subCategories, subCategory) : nullptr;
    return found ? found->options : QStringList();
}

bool IncentiveCatalog::contains(const QString &category, const QString &subCategory, const QString &option) const
{
    return options(category, subCategory).contains(option);
}

} // namespace dealdesk
