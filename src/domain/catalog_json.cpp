#include "domain/incentive_catalog.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Result<QStringList> readOptions(const QJsonValue &value, const QString &place)
{
    if (!value.isArray())
        return failure(ErrorCode::MalformedInput, place + u": a list of options is expected"_s);
    QStringList options;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &option : array) {
        if (option.toString().isEmpty())
            return failure(ErrorCode::MalformedInput, place + u": an option is not a text"_s);
        options += option.toString();
    }
    return options;
}

Result<IncentiveCatalog::Category> readCategory(const QJsonObject &json)
{
    IncentiveCatalog::Category category{json.value(u"name").toString(), {}};
    if (category.name.isEmpty())
        return failure(ErrorCode::MalformedInput, u"a category has no name"_s);
    if (!json.value(u"subcategories").isObject())
        return failure(ErrorCode::MalformedInput, category.name + u": no sub-categories"_s);
    const QJsonObject subCategories = json.value(u"subcategories").toObject();
    for (auto it = subCategories.constBegin(); it != subCategories.constEnd(); ++it) {
        auto options = readOptions(it.value(), u"%1 / %2"_s.arg(category.name, it.key()));
        if (!options)
            return failure(options.error());
        category.subCategories += IncentiveCatalog::SubCategory{it.key(), *std::move(options)};
    }
    return category;
}

} // namespace

Result<IncentiveCatalog> catalogFromJson(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return failure(ErrorCode::MalformedInput, u"at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    if (!document.object().value(u"categories").isArray())
        return failure(ErrorCode::MalformedInput, u"there is no list “categories”"_s);
    IncentiveCatalog catalog;
    const QJsonArray categories = document.object().value(u"categories").toArray();
    for (const QJsonValue &value : categories) {
        auto category = readCategory(value.toObject());
        if (!category)
            return failure(category.error());
        catalog.categories += *std::move(category);
    }
    return catalog;
}

} // namespace dealdesk
