#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace dealdesk {

/// A block of cells as spreadsheets put it on the clipboard: tabs between cells, line ends between rows, cells with tabs, quotes or
/// line ends in quotes. Rows may differ in length.
QList<QStringList> cellsFromClipboard(const QString &text);
QString clipboardFromCells(const QList<QStringList> &rows);

} // namespace dealdesk
