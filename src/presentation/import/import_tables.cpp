#include "presentation/import/import_model.h"

#include <QLocale>

#include <algorithm>

namespace dealdesk {

void ImportCountsModel::setCounts(const QList<ImportCount> &counts)
{
    beginResetModel();
    m_counts = counts;
    ImportCount sum;
    for (const ImportCount &count : counts) {
        sum.rowsIn += count.rowsIn;
        sum.imported += count.imported;
        sum.quarantined += count.quarantined;
        sum.alreadyThere += count.alreadyThere;
    }
    if (!counts.isEmpty())
        m_counts.append(sum);
    endResetModel();
}

int ImportCountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_counts.size());
}

int ImportCountsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportCountsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((index.column() == TableColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const ImportCount &count = m_counts.at(index.row());
    switch (index.column()) {
    case TableColumn: return index.row() == m_counts.size() - 1 ? tr("All tables") : count.table;
    case RowsInColumn: return QLocale().toString(count.rowsIn);
    case ImportedColumn: return QLocale().toString(count.imported);
    case QuarantinedColumn: return QLocale().toString(count.quarantined);
    case AlreadyThereColumn: return QLocale().toString(count.alreadyThere);
    default: return {};
    }
}

QVariant ImportCountsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == TableColumn ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TableColumn: return tr("Table");
    case RowsInColumn: return tr("Rows in");
    case ImportedColumn: return tr("Imported");
    case QuarantinedColumn: return tr("Quarantined");
    case AlreadyThereColumn: return tr("Already here");
    default: return {};
    }
}

void ImportFindingsModel::setFindings(const QList<ImportFinding> &findings)
{
    m_findings = findings;
    show();
}

void ImportFindingsModel::setKind(std::optional<ImportFinding::Kind> kind)
{
    m_kind = kind;
    show();
}

qsizetype ImportFindingsModel::countOf(ImportFinding::Kind kind) const
{
    return std::count_if(m_findings.cbegin(), m_findings.cend(), [kind](const ImportFinding &finding) { return finding.kind == kind; });
}

void ImportFindingsModel::show()
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        if (!m_kind || m_findings.at(i).kind == *m_kind)
            m_shown.append(i);
    }
    endResetModel();
}

int ImportFindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ImportFindingsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ImportFindingsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportFinding &finding = m_findings.at(m_shown.at(index.row()));
    if (role == KindRole)
        return int(finding.kind);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case KindColumn: return label(finding.kind);
    case RowColumn: return finding.row;
    case FieldColumn: return finding.field;
    case ReasonColumn: return finding.reason;
    case OriginalColumn: return finding.original;
    case RepairedColumn: return finding.repaired;
    default: return {};
    }
}

QVariant ImportFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case KindColumn: return tr("What");
    case RowColumn: return tr("Row");
    case FieldColumn: return tr("Field");
    case ReasonColumn: return tr("Why");
    case OriginalColumn: return tr("Original");
    case RepairedColumn: return tr("Became");
    default: return {};
    }
}

QString label(ImportFinding::Kind kind)
{
    switch (kind) {
    case ImportFinding::Kind::Repaired: return ImportFindingsModel::tr("Repaired");
    case ImportFinding::Kind::Kept: return ImportFindingsModel::tr("Kept as it is");
    case ImportFinding::Kind::Quarantined: return ImportFindingsModel::tr("Quarantined");
    case ImportFinding::Kind::Skipped: return ImportFindingsModel::tr("Already here");
    }
    return {};
}

} // namespace dealdesk
