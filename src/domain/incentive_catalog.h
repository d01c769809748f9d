#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace dealdesk {

/// The incentives on offer: category → sub-category → options, in the catalogue's order; only what is active.
struct IncentiveCatalog {
    struct SubCategory {
        QString name;
        QStringList options;
    };
    struct Category {
        QString name;
        QList<SubCategory> subCategories;
    };
    QList<Category> categories;

    [[nodiscard]] QStringList categoryNames() const;
    [[nodiscard]] QStringList subCategoryNames(const QString &category) const;
    [[nodiscard]] QStringList options(const QString &category, const QString &subCategory) const;
    [[nodiscard]] bool contains(const QString &category, const QString &subCategory, const QString &option) const;
};

} // namespace dealdesk
