#include "presentation/deal_editor/incentive_grid_model.h"

#include "presentation/deal_editor/catalog_input.h"
#include "presentation/deal_editor/draft_fields.h"
#include "presentation/deal_editor/form_structure.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace dealdesk {

namespace {
constexpr std::array kFields = {Field::Incentives,      Field::IncentiveCategory, Field::IncentiveSubCategory,
                                Field::IncentiveOption, Field::IncentiveValue,    Field::IncentiveNotes};

/// Enters the tier of an incentive; where the incentive is then.
FieldPath enterTier(FormContent &content, const FieldPath &path, const QString &text)
{
    const FieldPath whole{Field::Incentives, path.tier, path.incentive};
    if (const std::optional<int> tier = tierNamed(content, text)) {
        content.unreadable.remove(whole);
        return moveIncentiveIn(content, whole, *tier);
    }
    content.unreadable.insert(whole, text);
    return whole;
}
} // namespace

IncentiveGridModel::IncentiveGridModel(DealForm &form, QObject *parent)
    : DealGridModel(form, {tr("Tier"), tr("Category"), tr("Sub-category"), tr("Option"), tr("Value (USD)"), tr("Notes")}, parent)
{
    connect(&form, &DealForm::contentChanged, this, &IncentiveGridModel::refresh);
    connect(&form, &DealForm::problemsChanged, this, &IncentiveGridModel::refresh);
    refresh();
}

std::optional<FieldPath> IncentiveGridModel::pathAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.column() >= int(kFields.size()))
        return std::nullopt;
    const Field field = kFields.at(size_t(index.column()));
    if (index.row() < m_lines.size())
        return FieldPath{field, m_lines.at(index.row()).tier, m_lines.at(index.row()).incentive};
    if (form().draft().tiers.isEmpty())
        return std::nullopt;
    return FieldPath{field, newTier(), int(form().draft().tiers.at(newTier()).incentives.size())};
}

QModelIndex IncentiveGridModel::indexOf(const FieldPath &path) const
{
    const auto column = std::find(kFields.begin(), kFields.end(), path.field);
    if (column == kFields.end())
        return {};
    for (int row = 0; row < m_lines.size(); ++row) {
        if (m_lines.at(row).tier == path.tier && (path.incentive < 0 || m_lines.at(row).incentive == path.incentive))
            return index(row, int(column - kFields.begin()));
    }
    return index(int(m_lines.size()), int(column - kFields.begin()));
}

bool IncentiveGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const std::optional<FieldPath> path = pathAt(index);
    if (!path || role != Qt::EditRole || value == index.data(Qt::EditRole))
        return false;
    const QString text = value.toString();
    if (index.column() == TierColumn)
        enterTierOf(index.row(), *path, text);
    else if (isNewRow(index.row()))
        beginLine(index.row(), *path, text);
    else
        form().setInput(*path, text);
    return true;
}

void IncentiveGridModel::beginLine(int row, const FieldPath &path, const QString &text)
{
    m_grownAt = row + 1;
    const auto append = [&](FormContent &content) {
        content.draft.tiers[path.tier].incentives.append(Incentive{});
        applyInput(content, path, text, form().reference().catalog);
    };
    form().edit(append, path, true);
    m_grownAt = -1;
}

void IncentiveGridModel::enterTierOf(int row, const FieldPath &path, const QString &text)
{
    FieldPath arrived = path;
    const auto enter = [&](FormContent &content) {
        if (isNewRow(row))
            content.draft.tiers[path.tier].incentives.append(Incentive{});
        arrived = enterTier(content, path, text);
    };
    form().edit(enter, path);
    if (arrived != path)
        Q_EMIT lineMoved(indexOf(arrived));
}

QStringList IncentiveGridModel::choices(const QModelIndex &index) const
{
    const std::optional<FieldPath> path = pathAt(index);
    if (!path)
        return {};
    DealDraft copy = form().draft();
    const Incentive *incentive = incentiveAt(copy, *path);
    return catalogChoices(incentive ? *incentive : Incentive{}, path->field, form().reference().catalog);
}

void IncentiveGridModel::preferTier(int tier)
{
    m_preferredTier = tier;
    refresh();
}

int IncentiveGridModel::newTier() const
{
    const int last = m_lines.isEmpty() ? 0 : m_lines.last().tier;
    const int tiers = int(form().draft().tiers.size());
    return std::clamp(m_preferredTier, std::min(last, std::max(0, tiers - 1)), std::max(0, tiers - 1));
}

QString IncentiveGridModel::rowTitle(int row) const
{
    return isNewRow(row) ? tr("New") : QLocale().toString(row + 1);
}

int IncentiveGridModel::enterBlock(FormContent &content, const QModelIndex &topLeft, const QList<QStringList> &block) const
{
    if (content.draft.tiers.isEmpty())
        return int(block.size());
    QList<FieldInput> tierChanges;
    for (int i = 0; i < block.size(); ++i) {
        const bool namesTier = topLeft.column() == TierColumn;
        Line line = lineForBlock(content, topLeft.row() + i, namesTier ? block.at(i).first() : QString());
        for (int j = 0; j < block.at(i).size() && topLeft.column() + j < columnCount(); ++j) {
            const FieldPath path{kFields.at(size_t(topLeft.column() + j)), line.tier, line.incentive};
            if (path.field == Field::Incentives)
                tierChanges.append({path, block.at(i).at(j)});
            else
                applyInput(content, path, block.at(i).at(j), form().reference().catalog);
        }
    }
    moveLines(content, tierChanges);
    return 0;
}

IncentiveGridModel::Line IncentiveGridModel::lineForBlock(FormContent &content, int row, const QString &tierText) const
{
    if (row < m_lines.size())
        return m_lines.at(row);
    const int tier = tierNamed(content, tierText).value_or(newTier());
    QList<Incentive> &incentives = content.draft.tiers[tier].incentives;
    incentives.append(Incentive{});
    return {tier, int(incentives.size()) - 1};
}

void IncentiveGridModel::moveLines(FormContent &content, QList<FieldInput> changes)
{
    for (int i = 0; i < changes.size(); ++i) {
        const FieldPath from = changes.at(i).path;
        if (enterTier(content, from, changes.at(i).text) == from)
            continue;
        for (int later = i + 1; later < changes.size(); ++later) { // those behind the one that left have moved up
            FieldPath &path = changes[later].path;
            path.incentive -= path.tier == from.tier && path.incentive > from.incentive ? 1 : 0;
        }
    }
}

QString IncentiveGridModel::tooManyRows(int left) const
{
    return left == 1 ? tr("One row did not fit: the deal has no tier yet.")
                     : tr("%1 rows did not fit: the deal has no tier yet.").arg(left);
}

QList<IncentiveGridModel::Line> IncentiveGridModel::linesOf(const DealDraft &draft)
{
    QList<Line> lines;
    for (int tier = 0; tier < draft.tiers.size(); ++tier) {
        for (int incentive = 0; incentive < draft.tiers.at(tier).incentives.size(); ++incentive)
            lines.append({tier, incentive});
    }
    return lines;
}

SnapshotTableModel::Row IncentiveGridModel::rowOf(const Line &line) const
{
    Row row;
    for (const Field field : kFields) {
        const FieldPath path{field, line.tier, line.incentive};
        QString text = form().inputText(path);
        if (field == Field::Incentives && text.isEmpty())
            text = QLocale().toString(line.tier + 1);
        row.append({text, text, form().problemAt(path), true, field == Field::IncentiveValue || field == Field::Incentives});
    }
    return row;
}

SnapshotTableModel::Row IncentiveGridModel::emptyRow() const
{
    Row row(int(kFields.size()));
    row[TierColumn] = {QLocale().toString(newTier() + 1), QLocale().toString(newTier() + 1), {}, true, true};
    row[ValueColumn].numeric = true;
    return row;
}

void IncentiveGridModel::refresh()
{
    m_lines = linesOf(form().draft());
    QList<Row> rows;
    for (const Line &line : m_lines)
        rows.append(rowOf(line));
    if (!form().draft().tiers.isEmpty())
        rows.append(emptyRow());
    showRows(rows, m_grownAt);
}

} // namespace dealdesk
