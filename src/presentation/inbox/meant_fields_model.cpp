#include "presentation/inbox/meant_fields_model.h"

#include "presentation/text/labels.h"

namespace dealdesk {

namespace {

QList<FieldPath> pathsOf(const DealDraft &draft)
{
    QList<FieldPath> paths;
    const auto client = draft.channel == SalesChannel::ClientDirect ? Field::Advertiser : Field::Agency;
    for (const Field field : {Field::Type, Field::Channel, client, Field::Structure, Field::Region, Field::GrowthAmbition, Field::TermStart,
                              Field::TermEnd, Field::BusinessSummary, Field::ClientAsks})
        paths << FieldPath{.field = field};
    for (int tier = 0; tier < draft.tiers.size(); ++tier) {
        paths << FieldPath{.field = Field::Tiers, .tier = tier} << FieldPath{.field = Field::Revenue, .tier = tier}
              << FieldPath{.field = Field::Margin, .tier = tier};
        for (int incentive = 0; incentive < draft.tiers.at(tier).incentives.size(); ++incentive)
            paths << FieldPath{.field = Field::Incentives, .tier = tier, .incentive = incentive};
    }
    return paths;
}

} // namespace

int MeantFieldsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_paths.size());
}

QVariant MeantFieldsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FieldPath &path = m_paths.at(index.row());
    if (role == Qt::DisplayRole)
        return placeOf(path);
    if (role == Qt::CheckStateRole)
        return m_checked.contains(path) ? Qt::Checked : Qt::Unchecked;
    return {};
}

bool MeantFieldsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const FieldPath &path = m_paths.at(index.row());
    if (value.toInt() == Qt::Checked)
        m_checked.insert(path);
    else
        m_checked.remove(path);
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    return true;
}

Qt::ItemFlags MeantFieldsModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

void MeantFieldsModel::setDraft(const DealDraft &draft)
{
    const auto paths = pathsOf(draft);
    if (paths == m_paths)
        return;
    beginResetModel();
    m_paths = paths;
    m_checked.intersect(QSet<FieldPath>(paths.begin(), paths.end()));
    endResetModel();
}

void MeantFieldsModel::uncheckAll()
{
    if (m_checked.isEmpty())
        return;
    m_checked.clear();
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
}

void MeantFieldsModel::check(const QStringList &paths)
{
    for (int row = 0; row < rowCount(); ++row) {
        if (paths.contains(m_paths.at(row).toString()))
            setData(index(row), Qt::Checked, Qt::CheckStateRole);
    }
}

QStringList MeantFieldsModel::checkedPaths() const
{
    QStringList checked;
    for (const FieldPath &path : m_paths) {
        if (m_checked.contains(path))
            checked << path.toString();
    }
    return checked;
}

} // namespace dealdesk
