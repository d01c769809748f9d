#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

namespace dealdesk {

/// What a column holds. A formula cell is defused in text columns only: in a number a leading minus is a minus. An instant is written as
/// UTC text, whatever type the database has for it.
enum class CsvColumn { Text, Plain, Instant };

/// Whether a spreadsheet would take the text for a formula: it starts with = + - @, their full-width forms, a tab or a line break.
/// Leading apostrophes are looked through, so that what was defused can be told from what began with an apostrophe by itself.
bool looksLikeFormula(QStringView text);

/// Appends one field as RFC 4180 has it: quoted where it holds a comma, a quote, a line break or outer spaces, quotes doubled; a
/// formula in a text column gets a leading apostrophe.
void appendCsvField(QByteArray &line, QStringView value, CsvColumn column);

/// A whole record with its CRLF.
QByteArray csvRecord(const QStringList &fields, CsvColumn column = CsvColumn::Text);

/// The text before it was defused.
QString withoutDefusing(const QString &field);

inline constexpr char kByteOrderMark[] = "\xEF\xBB\xBF";

} // namespace dealdesk
