#include "data/command.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace dealdesk {

QString argumentsText(const Command &command)
{
    return QString::fromUtf8(QJsonDocument(command.arguments).toJson(QJsonDocument::Compact));
}

QString digestOf(const QString &argumentsText)
{
    return QString::fromLatin1(QCryptographicHash::hash(argumentsText.toUtf8(), QCryptographicHash::Sha256).toHex());
}

} // namespace dealdesk
