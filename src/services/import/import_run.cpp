#include "services/import/import_run.h"

#include "data/rows.h"
#include "services/reference_rows.h"
#include "services/reference_service.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Result<QHash<QString, KnownRow>> readKnown(Connection &connection)
{
    using Known = std::pair<QString, KnownRow>;
    const auto rows = readNamed(connection, u"imported_rows"_s, {QLatin1StringView(kImportSource)}, [](const Query &row) {
        return Known(knownKey(row.text(0), row.text(1)), KnownRow{row.text(2), row.text(3)});
    });
    if (!rows)
        return failure(rows.error());
    QHash<QString, KnownRow> known;
    for (const auto &[key, row] : *rows)
        known.insert(key, row);
    return known;
}

Result<QHash<QString, bool>> readTaken(Connection &connection, const QStringList &references)
{
    QHash<QString, bool> taken;
    for (const QString &reference : references) {
        const auto found = readNamed(connection, u"reference_owner"_s, {reference}, [](const Query &row) { return row.flag(0); });
        if (!found)
            return failure(found.error());
        if (!found->isEmpty())
            taken.insert(reference, found->first());
    }
    return taken;
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
        auto known = readKnown(connection);
        if (!known)
            return failure(known.error());
        auto taken = readTaken(connection, references);
        if (!taken)
            return failure(taken.error());
        ImportSurroundings surroundings;
        surroundings.reference = std::move(*reference);
        surroundings.known = std::move(*known);
        surroundings.takenReferences = std::move(*taken);
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
