#include "presentation/deal_editor/change_list_model.h"

#include "presentation/deal_page/change_text.h"
#include "presentation/text/labels.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kChangesNamed = 2;

auto keyOf(const ChangeItem &item)
{
    return std::pair(item.approval.value(), item.path);
}

/// The field's own change needs no name; what belongs to a tier or incentive does.
QString wordsOf(const FieldPath &place, const QList<FieldChange> &changes)
{
    QStringList words;
    for (const FieldChange &change : changes.mid(0, kChangesNamed)) {
        words.append(
            change.path == place
                ? ChangeListModel::tr("%1 → %2", "before → now").arg(valueInWords(place, change.before), valueInWords(place, change.after))
                : changeText(change));
    }
    if (changes.size() > kChangesNamed)
        words.append(ChangeListModel::tr("%1 more", "changes").arg(QLocale().toString(changes.size() - kChangesNamed)));
    return words.join(u"; "_s);
}

} // namespace

ChangeListModel::ChangeListModel(DealForm &form, QObject *parent) : KeyedRows(parent), m_form(form)
{
    connect(&form, &DealForm::contentChanged, this, &ChangeListModel::follow);
}

void ChangeListModel::setRequests(const ChangeRequests &requests)
{
    const bool differ = requests.requests != m_all.requests || requests.unanswered != m_all.unanswered;
    m_all = requests;
    follow();
    if (differ)
        Q_EMIT requestsChanged();
}

bool ChangeListModel::hadOnPath(Approver approver, const QString &level) const
{
    const QList<DepartmentStep> &departments = m_all.path.departments;
    return approver ? std::any_of(departments.begin(), departments.end(),
                                  [&approver](const DepartmentStep &step) { return step.department == approver; })
                    : m_all.path.level == level;
}

void ChangeListModel::setTicked(ApprovalId approval, const QString &path, std::optional<bool> ticked)
{
    for (ChangePoint &point : m_all.points) {
        if (point.approval == approval && point.path == path)
            point.ticked = ticked;
    }
    follow();
}

ChangeItem ChangeListModel::itemOf(const ChangePoint &point, const DealDraft &now) const
{
    ChangeItem item;
    item.approval = point.approval;
    item.path = point.path;
    item.place = point.place;
    item.text = point.place ? placeOf(*point.place) : tr("The request as a whole");
    if (point.place)
        item.change = wordsOf(*point.place, changesAt(*point.place, m_all.frozen, now));
    item.isDone = point.ticked.value_or(!item.change.isEmpty());
    return item;
}

void ChangeListModel::follow()
{
    if (m_all.points.isEmpty() && rows().isEmpty())
        return;
    const DealDraft now = m_form.draftToStore();
    const QString before = progress();
    QList<ChangeItem> items;
    for (const ChangePoint &point : m_all.points)
        items.append(itemOf(point, now));
    if (items == rows())
        return;
    replaceRows(items, keyOf);
    if (before != progress())
        Q_EMIT progressChanged();
}

QVariant ChangeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ChangeItem &item = rowAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return item.text;
    case Qt::CheckStateRole: return item.isDone ? Qt::Checked : Qt::Unchecked;
    case ChangeRole: return item.change;
    default: return {};
    }
}

bool ChangeListModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const ChangeItem item = rowAt(index.row());
    const bool done = value.toInt() == Qt::Checked;
    setTicked(item.approval, item.path, done);
    Q_EMIT ticked(item.approval, item.path, done);
    return true;
}

Qt::ItemFlags ChangeListModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable : Qt::NoItemFlags;
}

QStringList ChangeListModel::openPoints() const
{
    QStringList open;
    for (const ChangeRequest &request : m_all.requests) {
        QStringList places;
        for (const ChangeItem &item : rows()) {
            if (item.approval == request.approval && !item.isDone)
                places.append(item.text);
        }
        if (!places.isEmpty())
            open.append(tr("%1: %2", "who asked: the places").arg(request.from, places.join(u"; "_s)));
    }
    return open;
}

QString ChangeListModel::progress() const
{
    if (rows().isEmpty())
        return {};
    const auto done = std::count_if(rows().begin(), rows().end(), [](const ChangeItem &item) { return item.isDone; });
    return tr("%1 of %2 dealt with").arg(QLocale().toString(done), QLocale().toString(rows().size()));
}

QString ChangeListModel::unansweredText() const
{
    if (m_all.unanswered.isEmpty())
        return {};
    const QString names = QLocale().createSeparatedList(m_all.unanswered);
    return m_all.unanswered.size() == 1 ? tr("%1 has not answered yet.").arg(names) : tr("%1 have not answered yet.").arg(names);
}

} // namespace dealdesk
