#include "desktop/delegation/delegation_form.h"

#include "delegation/ui_delegation_form.h"
#include "desktop/theme/theme.h"

namespace dealdesk {

DelegationForm::DelegationForm(Delegations *delegations, For whom, QWidget *parent)
    : RecordForm(parent), m_ui(std::make_unique<Ui::DelegationForm>()), m_delegations(delegations), m_whom(whom)
{
    m_ui->setupUi(this);
    setThemeRole(m_ui->delegateHint, "muted");
    m_ui->limitEdit->setPlaceholderText(tr("Any amount"));
    m_ui->commentEdit->setPlaceholderText(tr("For whoever decides meanwhile"));
    for (QWidget *part : {static_cast<QWidget *>(m_ui->delegatorCombo), static_cast<QWidget *>(m_ui->delegatorComboLabel)})
        part->setVisible(whom == For::Anybody);
    offerDelegators();
    connect(m_ui->delegatorCombo, &QComboBox::currentIndexChanged, this, &DelegationForm::offerChoices);
    connect(m_ui->delegateCombo, &QComboBox::currentIndexChanged, this, &DelegationForm::explain);
    reload();
}

DelegationForm::~DelegationForm() = default;

QString DelegationForm::title() const
{
    return m_whom == For::Oneself ? tr("Out of office") : tr("New delegation");
}

void DelegationForm::offerDelegators()
{
    for (const Person &person : m_delegations->reference().people) {
        if (m_whom == For::Anybody && decidesAboutDeals(person))
            m_ui->delegatorCombo->addItem(person.displayName, person.id.value());
    }
    m_ui->delegatorCombo->setCurrentIndex(-1);
}

Person DelegationForm::delegator() const
{
    return m_whom == For::Oneself ? m_delegations->me() : m_delegations->person(UserId(m_ui->delegatorCombo->currentData().toLongLong()));
}

/// Who may decide, and about what, depends on who is away.
void DelegationForm::offerChoices()
{
    const Person away = delegator();
    const auto &levels = m_delegations->reference().policy.levels;
    m_ui->delegateCombo->clear();
    m_ui->delegateCombo->addItem(tr("Nobody: colleagues of the department or level go on"), 0);
    m_ui->partCombo->clear();
    m_parts.clear();
    if (away.id.isValid()) {
        for (const Person &person : possibleDelegates(m_delegations->reference().people, away))
            m_ui->delegateCombo->addItem(delegateText(person, levels), person.id.value());
        m_parts = partsOf(away, levels);
    }
    for (const DelegationPart &part : std::as_const(m_parts))
        m_ui->partCombo->addItem(part.text);
    explain();
}

void DelegationForm::explain()
{
    const UserId delegate(m_ui->delegateCombo->currentData().toLongLong());
    const bool hasDelegate = delegate.isValid();
    for (QWidget *field : {static_cast<QWidget *>(m_ui->partCombo), static_cast<QWidget *>(m_ui->limitEdit)})
        field->setEnabled(hasDelegate);
    m_ui->awayCheck->setEnabled(hasDelegate);
    if (!hasDelegate)
        m_ui->awayCheck->setChecked(true);
    const QString hint = hasDelegate ? delegateHint(delegator(), m_delegations->person(delegate), m_delegations->reference().policy.levels)
                                     : QString();
    m_ui->delegateHint->setText(hint);
    m_ui->delegateHint->setVisible(!hint.isEmpty());
}

DelegationEntry DelegationForm::entered() const
{
    DelegationEntry entry;
    entry.delegator = delegator().id;
    entry.from = m_ui->fromEdit->date();
    entry.until = m_ui->untilEdit->date();
    const UserId delegate(m_ui->delegateCombo->currentData().toLongLong());
    if (delegate.isValid())
        entry.delegate = delegate;
    entry.part = m_parts.value(m_ui->partCombo->currentIndex());
    entry.limit = m_ui->limitEdit->money();
    entry.limitIsUnreadable = m_ui->limitEdit->isUnreadable();
    entry.isAway = m_ui->awayCheck->isChecked();
    entry.comment = m_ui->commentEdit->text();
    return entry;
}

std::pair<QWidget *, ErrorLabel *> DelegationForm::placeOf(DelegationField field) const
{
    switch (field) {
    case DelegationField::Delegator: return {m_ui->delegatorCombo, m_ui->delegatorComboError};
    case DelegationField::From: return {m_ui->fromEdit, m_ui->fromEditError};
    case DelegationField::Until: return {m_ui->untilEdit, m_ui->untilEditError};
    case DelegationField::Delegate: return {m_ui->delegateCombo, m_ui->delegateComboError};
    case DelegationField::Limit: break;
    }
    return {m_ui->limitEdit, m_ui->limitEditError};
}

bool DelegationForm::check()
{
    using enum DelegationField;
    const DelegationEntry entry = entered();
    const QList<DelegationProblem> problems = problemsOf(entry, QDate::currentDate(), m_delegations->of(entry.delegator));
    for (const DelegationField field : {Delegator, From, Until, Delegate, Limit}) {
        const auto [widget, error] = placeOf(field);
        QString sentence;
        for (const DelegationProblem &problem : problems) {
            if (problem.field == field)
                sentence = problem.sentence;
        }
        error->showError(widget, sentence);
    }
    if (!problems.isEmpty())
        placeOf(problems.first().field).first->setFocus();
    return problems.isEmpty();
}

QCoro::Task<Status> DelegationForm::save()
{
    const auto task = m_delegations->add(delegationFrom(entered()));
    co_return co_await task;
}

void DelegationForm::reload()
{
    m_ui->delegatorCombo->setCurrentIndex(-1);
    m_ui->fromEdit->setDate(QDate::currentDate());
    m_ui->untilEdit->clear();
    m_ui->limitEdit->clear();
    m_ui->commentEdit->clear();
    m_ui->awayCheck->setChecked(true);
    offerChoices();
}

} // namespace dealdesk
