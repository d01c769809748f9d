#pragma once

#include "data/sql_dialect.h"
#include "services/csv/csv_text.h"

#include <QList>
#include <QString>

namespace dealdesk {

struct CsvColumnName {
    QString name;
    CsvColumn kind = CsvColumn::Plain;
};

/// An SQL expression that gives a row's whole CSV record with its CRLF as UTF-8 bytes, from columns of that name. The database
/// formats faster than rows can be taken apart and put together again here: one value crosses the driver for each row, and not forty.
/// Text columns are quoted throughout, and their formulas defused as in csv_text.h; plain ones (numbers, dates, codes) never need either.
QString csvLineExpression(const QList<CsvColumnName> &columns, const SqlDialect &dialect);

} // namespace dealdesk
