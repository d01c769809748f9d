#include "desktop/deal_list/deal_filter_bar.h"

#include "deal_list/ui_deal_filter_bar.h"
#include "desktop/filters/saved_filter_menu.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/widgets/date_edit.h"
#include "presentation/text/labels.h"

#include <QFormLayout>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

template<typename E>
QList<MultiSelect::Choice> choicesOf()
{
    QList<MultiSelect::Choice> choices;
    for (const E value : allOf<E>())
        choices.append({int(value), label(value)});
    return choices;
}

template<typename E>
QList<int> numbersOf(const QList<E> &values)
{
    QList<int> numbers;
    for (const E value : values)
        numbers.append(int(value));
    return numbers;
}

} // namespace

DealFilterBar::DealFilterBar(QWidget *parent) : QWidget(parent), m_ui(std::make_unique<Ui::DealFilterBar>())
{
    m_ui->setupUi(this);
    m_ui->dealFilterText->addAction(icon("search"_L1), QLineEdit::LeadingPosition);
    m_ui->dealFilterSaved->setIcon(icon("filter"_L1));
    fillChoices();
    makeDates();
}

DealFilterBar::~DealFilterBar() = default;

void DealFilterBar::setForm(DealFilterForm *form, SavedFilters *saved)
{
    m_form = form;
    m_ui->dealFilterSaved->setMenu(new SavedFilterMenu(saved, form, this));
    connect(form, &DealFilterForm::changed, this, [this] { show(m_form->filter()); });
    connect(form, &DealFilterForm::ownersChanged, this, &DealFilterBar::fillOwners);
    connect(m_ui->dealFilterText, &QLineEdit::textEdited, form, &DealFilterForm::setText);
    connect(m_ui->dealFilterText, &QLineEdit::returnPressed, this, [this] { m_form->setFilter(m_form->filter()); });
    connect(m_ui->dealFilterMine, &QToolButton::toggled, this, [this](bool mine) {
        if (mine != m_form->isMine())
            m_form->setMine(mine);
    });
    connectChoices(m_ui->dealFilterStatuses, &DealFilter::statuses);
    connectChoices(m_ui->dealFilterRegions, &DealFilter::regions);
    connectChoices(m_ui->dealFilterTypes, &DealFilter::types);
    connectChoices(m_ui->dealFilterChannels, &DealFilter::channels);
    connectChoices(m_ui->dealFilterPriorities, &DealFilter::priorities);
    connect(m_ui->dealFilterOwner, &QComboBox::activated, this, [this] {
        DealFilter filter = m_form->filter();
        const qint64 owner = m_ui->dealFilterOwner->currentData().toLongLong();
        filter.owner = owner > 0 ? std::optional(UserId(owner)) : std::nullopt;
        m_form->setFilter(filter);
    });
    connect(m_ui->dealFilterChips, &FilterChips::removeRequested, form, &DealFilterForm::remove);
    connect(m_ui->dealFilterChips, &FilterChips::clearRequested, form, &DealFilterForm::clear);
    fillOwners();
}

void DealFilterBar::focusSearch()
{
    m_ui->dealFilterText->setFocus(Qt::ShortcutFocusReason);
    m_ui->dealFilterText->selectAll();
}

void DealFilterBar::fillChoices()
{
    m_ui->dealFilterStatuses->setChoices(choicesOf<DealStatus>());
    m_ui->dealFilterRegions->setChoices(choicesOf<Region>());
    m_ui->dealFilterTypes->setChoices(choicesOf<DealType>());
    m_ui->dealFilterChannels->setChoices(choicesOf<SalesChannel>());
    m_ui->dealFilterPriorities->setChoices(choicesOf<Priority>());
}

void DealFilterBar::fillOwners()
{
    m_ui->dealFilterOwner->clear();
    m_ui->dealFilterOwner->addItem(tr("All owners"), qint64(0));
    const auto owners = m_form->owners();
    for (const DealFilterForm::Owner &owner : owners)
        m_ui->dealFilterOwner->addItem(owner.name, owner.id.value());
    show(m_form->filter());
}

void DealFilterBar::makeDates()
{
    auto *panel = new QWidget(this);
    m_from = new DateEdit(panel);
    m_from->setObjectName(u"dealFilterFrom"_s);
    m_from->setAccessibleName(tr("Created from"));
    m_to = new DateEdit(panel);
    m_to->setObjectName(u"dealFilterTo"_s);
    m_to->setAccessibleName(tr("Created to"));
    auto *rows = new QFormLayout(panel);
    rows->setContentsMargins(spacing::kMedium, spacing::kSmall, spacing::kMedium, spacing::kSmall);
    rows->addRow(tr("&From"), m_from);
    rows->addRow(tr("&To"), m_to);
    auto *menu = new QMenu(this);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    m_ui->dealFilterDates->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, m_from, [this] { m_from->setFocus(); });
    const auto apply = [this] {
        if (m_from->isUnreadable() || m_to->isUnreadable())
            return;
        DealFilter filter = m_form->filter();
        filter.createdFrom = m_from->date();
        filter.createdTo = m_to->date();
        m_form->setFilter(filter);
    };
    connect(m_from, &DateEdit::edited, this, apply);
    connect(m_to, &DateEdit::edited, this, apply);
}

void DealFilterBar::show(const DealFilter &filter)
{
    if (m_ui->dealFilterText->text().trimmed() != filter.text)
        m_ui->dealFilterText->setText(filter.text);
    m_ui->dealFilterMine->setChecked(m_form->isMine());
    m_ui->dealFilterStatuses->setChecked(numbersOf(filter.statuses));
    m_ui->dealFilterRegions->setChecked(numbersOf(filter.regions));
    m_ui->dealFilterTypes->setChecked(numbersOf(filter.types));
    m_ui->dealFilterChannels->setChecked(numbersOf(filter.channels));
    m_ui->dealFilterPriorities->setChecked(numbersOf(filter.priorities));
    const int owner = filter.owner ? m_ui->dealFilterOwner->findData(filter.owner->value()) : 0;
    m_ui->dealFilterOwner->setCurrentIndex(qMax(0, owner));
    m_from->setDate(filter.createdFrom);
    m_to->setDate(filter.createdTo);
    m_ui->dealFilterChips->setChips(m_form->chips());
}

template<typename E>
void DealFilterBar::connectChoices(MultiSelect *select, QList<E> DealFilter::*member)
{
    connect(select, &MultiSelect::changed, this, [this, select, member] {
        DealFilter filter = m_form->filter();
        (filter.*member).clear();
        const auto values = select->checked();
        for (const int value : values)
            (filter.*member).append(E(value));
        m_form->setFilter(filter);
    });
}

} // namespace dealdesk
