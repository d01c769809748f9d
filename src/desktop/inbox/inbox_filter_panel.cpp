#include "desktop/inbox/inbox_filter_panel.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/money_edit.h"
#include "presentation/text/labels.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kColumns = 3;
enum Claim { Anyhow, Unclaimed, Claimed };

QGridLayout *addGroup(const QString &title, QVBoxLayout *into)
{
    auto *heading = new QLabel(title);
    setTextSize(heading, TextSize::Caption);
    into->addWidget(heading);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::kMedium);
    into->addLayout(grid);
    return grid;
}

template<typename Choices>
auto checkedOf(const Choices &choices)
{
    QList<std::decay_t<decltype(choices.first().value)>> values;
    for (const auto &choice : choices) {
        if (choice.box->isChecked())
            values.append(choice.value);
    }
    return values;
}

template<typename Choices, typename Values>
void check(const Choices &choices, const Values &values)
{
    for (const auto &choice : choices) {
        const QSignalBlocker quiet(choice.box);
        choice.box->setChecked(values.contains(choice.value));
    }
}

} // namespace

InboxFilterPanel::InboxFilterPanel(InboxFilterForm *form, QWidget *parent) : QWidget(parent), m_form(form)
{
    setObjectName(u"inboxFilterPanel"_s);
    setAccessibleName(tr("More filters"));
    build();
    show();
    connect(m_form, &FilterForm::changed, this, &InboxFilterPanel::show);
}

void InboxFilterPanel::takeFocus()
{
    m_departments.first().box->setFocus();
}

void InboxFilterPanel::build()
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kMedium);
    rows->setSpacing(spacing::kSmall);
    auto *asked = addGroup(tr("Who is asked"), rows);
    for (const Department department : allOf<Department>())
        m_departments.append({addBox(u"inboxFilterDepartment_"_s + QString(codeOf(department)), label(department), asked), department});
    const auto levels = m_form->levels();
    for (const ApprovalLevel &level : levels)
        m_levels.append({addBox(u"inboxFilterLevel_"_s + level.code, level.displayName, asked), level.code});
    auto *priorities = addGroup(tr("Priority"), rows);
    for (const ApprovalPriority priority : allOf<ApprovalPriority>())
        m_priorities.append({addBox(u"inboxFilterPriority_"_s + QString(codeOf(priority)), label(priority), priorities), priority});
    auto *state = addGroup(tr("State"), rows);
    m_overdue = addBox(u"inboxFilterOverdue"_s, tr("Overdue"), state);
    m_claim = new QComboBox;
    m_claim->setObjectName(u"inboxFilterClaim"_s);
    m_claim->setAccessibleName(tr("Claimed or not"));
    m_claim->addItems({tr("Claimed or not"), tr("Claimed by nobody"), tr("Claimed")});
    connect(m_claim, &QComboBox::activated, this, &InboxFilterPanel::read);
    state->addWidget(m_claim, 0, 1, 1, 2);
    m_minimum = new MoneyEdit;
    m_minimum->setObjectName(u"inboxFilterMinimum"_s);
    m_minimum->setAccessibleName(tr("Smallest amount, in USD"));
    connect(m_minimum, &MoneyEdit::edited, this, &InboxFilterPanel::read);
    auto *amount = new QFormLayout;
    amount->addRow(tr("From this amount, in USD"), m_minimum);
    rows->addLayout(amount);
}

QCheckBox *InboxFilterPanel::addBox(const QString &name, const QString &text, QGridLayout *into)
{
    auto *box = new QCheckBox(QString(text).replace(u'&', u"&&"_s));
    box->setObjectName(name);
    box->setAccessibleName(text);
    connect(box, &QCheckBox::toggled, this, &InboxFilterPanel::read);
    const int place = into->count();
    into->addWidget(box, place / kColumns, place % kColumns);
    return box;
}

void InboxFilterPanel::read()
{
    InboxFilter filter = m_form->filter();
    filter.departments = checkedOf(m_departments);
    filter.levels = checkedOf(m_levels);
    filter.priorities = checkedOf(m_priorities);
    filter.overdueOnly = m_overdue->isChecked();
    filter.unclaimedOnly = m_claim->currentIndex() == Unclaimed;
    filter.claimedOnly = m_claim->currentIndex() == Claimed;
    if (!m_minimum->isUnreadable())
        filter.minimum = m_minimum->money();
    m_form->setFilter(filter);
}

void InboxFilterPanel::show()
{
    const InboxFilter &filter = m_form->filter();
    check(m_departments, filter.departments);
    check(m_levels, filter.levels);
    check(m_priorities, filter.priorities);
    const QSignalBlocker quiet(m_overdue);
    m_overdue->setChecked(filter.overdueOnly);
    m_claim->setCurrentIndex(filter.unclaimedOnly ? Unclaimed : filter.claimedOnly ? Claimed : Anyhow);
    m_minimum->setMoney(filter.minimum);
}

} // namespace dealdesk
