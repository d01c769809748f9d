#include "services/import/import_run.h"

#include "data/rows.h"
#include "services/reference_rows.h"
#include "services/reference_service.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

/// What the import brought before, and which of the references are taken.
Status readStored(Connection &connection, const QStringList &references, ImportSurroundings &surroundings)
{
    QList<NamedRead> reads{{u"imported_rows"_s, {QLatin1StringView(kImportSource)}, {}}};
    for (const QString &reference : references)
        reads.append({u"reference_owner"_s, {reference}, {}});
    return connection.readTogether(reads, [&](qsizetype index, Query &rows) -> Status {
        while (rows.next()) {
            if (index > 0)
                surroundings.takenReferences.insert(references.at(index - 1), rows.flag(0));
            else
                surroundings.known.insert(knownKey(rows.text(0), rows.text(1)), KnownRow{rows.text(2), rows.text(3)});
        }
        return rows.status();
    });
}

Command commandFor(const PlannedRow &planned, const Actor &importer)
{
    Command command;
    command.name = u"cmd_import"_s;
    command.actorId = importer.id.value();
    command.arguments = {
        {u"source"_s, QLatin1StringView(kImportSource)}, {u"kind"_s, planned.kind}, {u"key"_s, planned.key}, {u"row"_s, planned.row}};
    static const QUuid space(u"5ad8b8f0-2f5b-4b0e-9a7c-6d3b1f0c2e41"_s);
    const QString content = QLatin1StringView(kImportSource) + knownKey(planned.kind, planned.key) + digestOf(argumentsText(command));
    command.commandId = QUuid::createUuidV5(space, content).toString(QUuid::WithoutBraces);
    return command;
}

// What a person can put right in the row; anything else is no fault of the row.
bool isRowsFault(ErrorCode code)
{
    return code == ErrorCode::Invalid || code == ErrorCode::Duplicate || code == ErrorCode::NotFound || code == ErrorCode::Incomplete
        || code == ErrorCode::IllegalTransition;
}

} // namespace

Result<ImportSurroundings> readSurroundings(Connection &connection, const QStringList &references, const Actor &importer)
{
    return connection.inSnapshot([&]() -> Result<ImportSurroundings> {
        auto reference = readReferenceData(connection);
        if (!reference)
            return failure(reference.error());
        ImportSurroundings surroundings;
        surroundings.reference = std::move(*reference);
        if (const Status stored = readStored(connection, references, surroundings); !stored)
            return failure(stored.error());
        surroundings.importer = importer;
        surroundings.now = QDateTime::currentDateTimeUtc();
        return surroundings;
    });
}

Result<QList<RowOutcome>> sendRows(Connection &connection, const QList<PlannedRow> &rows, const Actor &importer)
{
    return connection.inWriteTransaction([&]() -> Result<QList<RowOutcome>> {
        QList<RowOutcome> outcomes;
        for (const PlannedRow &planned : rows) {
            const Result<QJsonObject> result = connection.command(commandFor(planned, importer));
            if (result)
                outcomes += RowOutcome{result->value("already"_L1).toBool(), {}};
            else if (isRowsFault(result.error().code))
                outcomes += RowOutcome{false, result.error()};
            else
                return failure(result.error());
        }
        return outcomes;
    });
}

} // namespace dealdesk
