#include "presentation/revisions/revision_difference_model.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

using Group = DifferenceRow::Group;
using Direction = DifferenceCell::Direction;

QString headingOf(Group group)
{
    switch (group) {
    case Group::Deal: return RevisionDifferenceModel::tr("Deal");
    case Group::Tiers: return RevisionDifferenceModel::tr("Tiers");
    case Group::Incentives: return RevisionDifferenceModel::tr("Incentives (USD)");
    case Group::Approval: return RevisionDifferenceModel::tr("Business approval");
    case Group::Texts: return RevisionDifferenceModel::tr("Texts");
    }
    return {};
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"–"_s : text;
}

QString directionText(Direction direction)
{
    switch (direction) {
    case Direction::Better: return RevisionDifferenceModel::tr("better");
    case Direction::Worse: return RevisionDifferenceModel::tr("worse");
    case Direction::None: break;
    }
    return {};
}

QString displayOf(const DifferenceCell &cell)
{
    if (!cell.changed)
        return orDash(cell.after);
    const QString change = RevisionDifferenceModel::tr("%1 → %2").arg(orDash(cell.before), orDash(cell.after));
    return cell.direction == Direction::None ? change : RevisionDifferenceModel::tr("%1 (%2)").arg(change, directionText(cell.direction));
}

/// For a cell of a table that is copied as text.
QString onOneLine(QString text)
{
    return text.replace(u'\t', u' ').replace(u'\n', u' ');
}

} // namespace

void RevisionDifferenceModel::setSides(const RevisionContent &before, const RevisionContent &after)
{
    const RevisionDifference difference = compareRevisions(before, after);
    if (difference == m_difference)
        return;
    beginResetModel();
    m_difference = difference;
    choose();
    endResetModel();
}

void RevisionDifferenceModel::setFilter(Filter filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    choose();
    endResetModel();
}

void RevisionDifferenceModel::setScope(const QStringList &paths)
{
    const QSet<QString> scope(paths.cbegin(), paths.cend());
    if (scope == m_scope)
        return;
    beginResetModel();
    m_scope = scope;
    choose();
    endResetModel();
}

void RevisionDifferenceModel::choose()
{
    m_shown.clear();
    for (qsizetype i = 0; i < m_difference.rows.size(); ++i) {
        const DifferenceRow &row = m_difference.rows.at(i);
        if (!isShown(row))
            continue;
        if (m_shown.isEmpty() || m_shown.constLast().group != row.group)
            m_shown.append({row.group, -1});
        m_shown.append({row.group, i});
    }
}

bool RevisionDifferenceModel::isShown(const DifferenceRow &row) const
{
    switch (m_filter) {
    case Filter::Changes: return row.changed();
    case Filter::Scope:
        return std::any_of(row.cells.cbegin(), row.cells.cend(), [this](const DifferenceCell &cell) { return isInScope(cell); });
    case Filter::Everything: break;
    }
    return true;
}

bool RevisionDifferenceModel::isInScope(const DifferenceCell &cell) const
{
    return m_scope.contains(cell.path);
}

int RevisionDifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int RevisionDifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 1 + std::max({1, m_difference.tiersBefore, m_difference.tiersAfter});
}

const DifferenceCell *RevisionDifferenceModel::cellAt(const QModelIndex &index) const
{
    const qsizetype row = m_shown.at(index.row()).row;
    if (row < 0 || index.column() == 0 || index.column() > m_difference.rows.at(row).cells.size())
        return nullptr;
    return &m_difference.rows.at(row).cells.at(index.column() - 1);
}

QVariant RevisionDifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Shown &shown = m_shown.at(index.row());
    if (role == HeadingRole)
        return shown.row < 0;
    if (shown.row < 0)
        return role == Qt::DisplayRole && index.column() == 0 ? headingOf(shown.group) : QVariant();
    const DifferenceRow &row = m_difference.rows.at(shown.row);
    if (role == SpanRole)
        return !row.perTier;
    if (const DifferenceCell *cell = cellAt(index))
        return cellData(index, *cell, role);
    if (index.column() > 0)
        return {};
    switch (role) {
    case Qt::DisplayRole: return row.title;
    case Qt::ToolTipRole: return row.detail.isEmpty() ? QVariant() : row.detail.toHtmlEscaped();
    case Qt::AccessibleDescriptionRole: return row.detail;
    case ChangedRole: return row.changed();
    default: return {};
    }
}

QVariant RevisionDifferenceModel::cellData(const QModelIndex &index, const DifferenceCell &cell, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return displayOf(cell);
    case Qt::ToolTipRole:
        return cell.changed || cell.after.size() > 40 ? inWords(index, cell).toHtmlEscaped().replace(u'\n', u"<br>"_s) : QVariant();
    case Qt::AccessibleTextRole: return inWords(index, cell);
    case ChangedRole: return cell.changed;
    case DirectionRole: return int(cell.direction);
    case BeforeRole: return cell.before;
    case AfterRole: return cell.after;
    case ScopeRole: return isInScope(cell);
    case PathRole: return cell.path;
    default: return {};
    }
}

QString RevisionDifferenceModel::inWords(const QModelIndex &index, const DifferenceCell &cell) const
{
    const DifferenceRow &row = m_difference.rows.at(m_shown.at(index.row()).row);
    const QString place = row.perTier ? tr("%1, tier %2").arg(row.title).arg(index.column()) : row.title;
    QString words = cell.changed ? tr("%1: changed from %2 to %3").arg(place, orDash(cell.before), orDash(cell.after))
                                 : tr("%1: %2").arg(place, orDash(cell.after));
    if (cell.direction != Direction::None)
        words = tr("%1, %2").arg(words, directionText(cell.direction));
    return words;
}

QVariant RevisionDifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columnCount())
        return {};
    if (section == 0)
        return tr("Field");
    if (section > m_difference.tiersBefore && section <= m_difference.tiersAfter)
        return tr("Tier %1 (new)").arg(section);
    if (section > m_difference.tiersAfter && section <= m_difference.tiersBefore)
        return tr("Tier %1 (removed)").arg(section);
    return tr("Tier %1").arg(section);
}

Qt::ItemFlags RevisionDifferenceModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    return m_shown.at(index.row()).row < 0 ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

QString RevisionDifferenceModel::copyText(const QModelIndexList &cells) const
{
    QSet<int> rows;
    for (const QModelIndex &cell : cells)
        rows.insert(cell.row());
    QStringList titles;
    for (int column = 0; column < columnCount(); ++column)
        titles.append(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    QStringList lines{titles.join(u'\t')};
    for (int row = 0; row < rowCount(); ++row) {
        if (m_shown.at(row).row < 0 || (!rows.isEmpty() && !rows.contains(row)))
            continue;
        QStringList texts;
        for (int column = 0; column < columnCount(); ++column)
            texts.append(onOneLine(index(row, column).data().toString()));
        while (texts.size() > 2 && texts.constLast().isEmpty())
            texts.removeLast();
        lines.append(texts.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace dealdesk
