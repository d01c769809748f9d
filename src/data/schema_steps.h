#pragma once

#include "core/result.h"

#include <QList>
#include <QString>

namespace dealdesk {

/// A numbered file of resources/sql/*/schema. Its first line names it: "-- Schema 1.0: tables …".
struct SchemaStep {
    int number = 0;  ///< from the file's name
    QString version; ///< "1.0"; several steps may belong to one version
    QString name;
    QString path;
};

/// The steps of a folder, in order; Internal when a file does not name itself.
Result<QList<SchemaStep>> schemaSteps(const QString &folder);

} // namespace dealdesk
