#pragma once

#include "domain/actor.h"
#include "services/import/source_row.h"
#include "services/reference_service.h"

#include <QDateTime>
#include <QSet>

namespace dealdesk {

/// A deal that an earlier import brought, as far as it tells it from another one under the same key.
struct KnownRow {
    QString name;
    QString createdAt;
};

/// What is in the database already, read once before planning.
struct ImportSurroundings {
    ReferenceData reference;
    QHash<QString, KnownRow> known;       ///< by knownKey()
    QHash<QString, bool> takenReferences; ///< of those that the capture names; true where an imported deal has it
    Actor importer;
    QDateTime now;
};

QString knownKey(const QString &kind, const QString &key);

/// One command of the import, with the rows of the old data that it brings: all of them or none.
struct PlannedRow {
    QString kind;
    QString key;
    QJsonObject row;          ///< docs/database-contract.md "Rows of cmd_import"
    QList<SourceRow> sources; ///< the first is the row itself
};

/// What becomes of every row of a capture. Rows of `toImport` are not yet in the report's counts of imported rows.
struct ImportPlan {
    QList<PlannedRow> toImport;
    ImportReport report;
};

/// Pure: the same capture and surroundings give the same plan.
ImportPlan planImport(const QJsonObject &capture, const ImportSurroundings &surroundings);

/// The references that the capture's deals have, to be looked up before planning.
QStringList referencesIn(const QJsonObject &capture);

inline constexpr char kImportSource[] = "prototype";

} // namespace dealdesk
