#pragma once

#include "services/import_service.h"

namespace dealdesk {

/// Writes the findings of an import as a CSV: one line each, and with the first line of a quarantined row the whole row as JSON. Who
/// corrects it fills `corrected` beside `original`: the new value of that field (null for none). Through QSaveFile.
Status writeQuarantine(const ImportReport &report, const QString &filePath);

/// The quarantined rows of such a file, corrections applied, as a capture that holds only them. Further rows may have been added with
/// `table`, `row` and `whole_row`; rows whose lines were removed stay out. MalformedInput with the place in `detail`.
Result<QJsonObject> readQuarantine(const QByteArray &csv);

/// Whether the bytes are meant to be such a file and not JSON.
bool looksLikeQuarantine(const QByteArray &bytes);

} // namespace dealdesk
