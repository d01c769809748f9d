#pragma once

#include "core/result.h"

#include <QByteArray>
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

/// Reads {"categories": [{"name", "subcategories": {name: [option, …]}}]}. Sub-categories come in alphabetical order, since a JSON
/// object has none. MalformedInput says in `detail` what is wrong where.
Result<IncentiveCatalog> catalogFromJson(const QByteArray &json);

} // namespace dealdesk
