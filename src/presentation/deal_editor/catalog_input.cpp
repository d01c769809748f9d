#include "presentation/deal_editor/catalog_input.h"

#include <algorithm>

namespace dealdesk {

namespace {
QString spelledAsIn(const QStringList &names, const QString &text)
{
    const QString wanted = text.simplified();
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&wanted](const QString &name) { return name.compare(wanted, Qt::CaseInsensitive) == 0; });
    return found == names.end() ? wanted : *found;
}

QStringList allSubCategories(const IncentiveCatalog &catalog)
{
    QStringList names;
    for (const IncentiveCatalog::Category &category : catalog.categories)
        names += catalog.subCategoryNames(category.name);
    return names;
}

QStringList optionsWithin(const IncentiveCatalog &catalog, const QString &category, const QString &subCategory)
{
    QStringList names;
    for (const IncentiveCatalog::Category &candidate : catalog.categories) {
        if (!category.isEmpty() && candidate.name != category)
            continue;
        for (const IncentiveCatalog::SubCategory &sub : candidate.subCategories) {
            if (subCategory.isEmpty() || sub.name == subCategory)
                names += sub.options;
        }
    }
    return names;
}

/// Fills empty places in front of a name that occurs only once in the catalogue.
void fillBefore(Incentive &incentive, const IncentiveCatalog &catalog)
{
    QList<Incentive> matches;
    for (const IncentiveCatalog::Category &category : catalog.categories) {
        for (const IncentiveCatalog::SubCategory &sub : category.subCategories) {
            const bool fits = (incentive.category.isEmpty() || incentive.category == category.name)
                && (incentive.subCategory.isEmpty() || incentive.subCategory == sub.name)
                && (incentive.option.isEmpty() || sub.options.contains(incentive.option));
            if (fits)
                matches.append(Incentive{category.name, sub.name, {}, {}, {}});
        }
    }
    const bool namesOption = !incentive.option.isEmpty();
    if (matches.size() == 1 && (namesOption || !incentive.subCategory.isEmpty())) {
        incentive.category = matches.first().category;
        incentive.subCategory = matches.first().subCategory;
    }
}
} // namespace

bool isCatalogField(Field field)
{
    return field == Field::IncentiveCategory || field == Field::IncentiveSubCategory || field == Field::IncentiveOption;
}

QStringList catalogChoices(const Incentive &incentive, Field field, const IncentiveCatalog &catalog)
{
    switch (field) {
    case Field::IncentiveCategory: return catalog.categoryNames();
    case Field::IncentiveSubCategory:
        return incentive.category.isEmpty() ? allSubCategories(catalog) : catalog.subCategoryNames(incentive.category);
    case Field::IncentiveOption: return optionsWithin(catalog, incentive.category, incentive.subCategory);
    default: return {};
    }
}

void applyCatalogName(Incentive &incentive, Field field, const QString &text, const IncentiveCatalog &catalog)
{
    const QString name = spelledAsIn(catalogChoices(incentive, field, catalog), text);
    if (field == Field::IncentiveCategory) {
        incentive.category = name;
        if (!name.isEmpty() && !incentive.subCategory.isEmpty() && !catalog.subCategoryNames(name).contains(incentive.subCategory)) {
            incentive.subCategory.clear();
            incentive.option.clear();
        }
        return;
    }
    if (field == Field::IncentiveSubCategory) {
        incentive.subCategory = name;
        const bool keepsOption = name.isEmpty() || optionsWithin(catalog, incentive.category, name).contains(incentive.option);
        if (!keepsOption)
            incentive.option.clear();
    } else {
        incentive.option = name;
    }
    if (!name.isEmpty())
        fillBefore(incentive, catalog);
}

} // namespace dealdesk
