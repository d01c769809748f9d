#pragma once

#include "domain/deal_draft.h"
#include "domain/field_path.h"

#include <QAbstractListModel>
#include <QSet>

namespace dealdesk {

/// The fields and tiers of a deal that a requested revision can mean, checkable.
class MeantFieldsModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    /// What is checked stays so where the field still exists.
    void setDraft(const DealDraft &draft);
    void uncheckAll();
    /// Those of these paths that the draft has, beside what is checked.
    void check(const QStringList &paths);
    /// Paths as stored, in the order of the form.
    [[nodiscard]] QStringList checkedPaths() const;

private:
    QList<FieldPath> m_paths;
    QSet<FieldPath> m_checked;
};

} // namespace dealdesk
