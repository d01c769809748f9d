#include "desktop/admin/person_form.h"

#include "admin/ui_person_form.h"
#include "desktop/admin/form_fields.h"
#include "desktop/theme/theme.h"
#include "presentation/admin/handover_text.h"
#include "services/account_service.h"

namespace dealdesk {

PersonForm::PersonForm(AdminRecords *records, Person record, QWidget *parent)
    : RecordForm(parent)
    , m_ui(std::make_unique<Ui::PersonForm>())
    , m_records(records)
    , m_isOnServer(records->session()->workspace().location().isServer())
    , m_record(std::move(record))
{
    m_ui->setupUi(this);
    fillWithLabels<Role>(m_ui->roleCombo);
    fillWithLabels<Department>(m_ui->departmentCombo, tr("None"));
    m_ui->levelCombo->addItem(tr("None"), QString());
    for (const ApprovalLevel &level : m_records->reference().policy.levels)
        m_ui->levelCombo->addItem(level.displayName, level.code);
    m_ui->passwordEdit->setPlaceholderText(isNew() ? tr("Changed at the first sign-in") : tr("Unchanged"));
    setThemeRole(m_ui->personHint, "muted");
    connect(m_ui->activeCheck, &QCheckBox::toggled, this, &PersonForm::explainActivity);
    connect(m_ui->companyCheck, &QCheckBox::toggled, this, [this](bool usesCompany) {
        m_ui->passwordEdit->clear();
        m_ui->passwordEdit->setEnabled(!usesCompany);
    });
    fill();
    arrangeForServer();
}

PersonForm::~PersonForm() = default;

QString PersonForm::title() const
{
    return m_record.id.isValid() ? tr("Edit %1").arg(m_record.displayName) : tr("New person");
}

/// On a server each person is a login of their own there, whose name cannot change and whose password may be kept elsewhere.
void PersonForm::arrangeForServer()
{
    m_ui->companyCheck->setVisible(m_isOnServer && isNew());
    if (m_isOnServer && !isNew()) {
        m_ui->usernameEdit->setReadOnly(true);
        m_ui->usernameEdit->setToolTip(tr("The user name is the login on the server, so it stays."));
    }
}

void PersonForm::explainActivity()
{
    const bool leaves = m_record.isActive && !isNew() && !m_ui->activeCheck->isChecked();
    m_ui->personHint->setVisible(leaves);
    if (!leaves)
        return;
    if (!m_handover)
        findHandover();
    QStringList sentences{m_isOnServer ? tr("Nobody can sign in with this login any more, at once.") : tr("They cannot sign in any more.")};
    const QList<Delegation> &delegations = m_records->delegations()->all()->rows();
    const QString handedOn = handoverText(m_handover.value_or(Handover()), m_record.id, delegations, QDateTime::currentDateTimeUtc());
    if (!handedOn.isEmpty())
        sentences += handedOn;
    else if (m_handover)
        sentences += tr("They have no open tasks, deals or delegations.");
    m_ui->personHint->setText(sentences.join(u'\n'));
}

QCoro::Task<> PersonForm::findHandover()
{
    const auto stop = m_finding.begin();
    const auto session = m_records->session();
    const AdminService service(*session);
    const auto task = service.handoverOf(m_record.id);
    const auto found = co_await task;
    if (stop.stopped() || !found)
        co_return;
    m_handover = *found;
    explainActivity();
}

bool PersonForm::needsPassword() const
{
    return isNew() && !(m_isOnServer && m_ui->companyCheck->isChecked());
}

void PersonForm::fill()
{
    m_ui->firstNameEdit->setText(m_record.firstName);
    m_ui->lastNameEdit->setText(m_record.lastName);
    m_ui->usernameEdit->setText(m_record.username);
    m_ui->emailEdit->setText(m_record.email);
    choose<Role>(m_ui->roleCombo, m_record.role);
    choose(m_ui->departmentCombo, m_record.department);
    m_ui->levelCombo->setCurrentIndex(m_ui->levelCombo->findData(m_record.approvalLevel));
    m_ui->activeCheck->setChecked(m_record.isActive);
    m_ui->passwordEdit->clear();
    explainActivity();
}

Person PersonForm::entered() const
{
    Person person = m_record;
    person.firstName = m_ui->firstNameEdit->text().trimmed();
    person.lastName = m_ui->lastNameEdit->text().trimmed();
    person.username = m_ui->usernameEdit->text().trimmed();
    person.email = m_ui->emailEdit->text().trimmed();
    person.role = chosen<Role>(m_ui->roleCombo).value_or(Role::Seller);
    person.department = chosen<Department>(m_ui->departmentCombo);
    person.approvalLevel = m_ui->levelCombo->currentData().toString();
    person.isActive = m_ui->activeCheck->isChecked();
    return person;
}

bool PersonForm::check()
{
    const Person person = entered();
    const QString password = m_ui->passwordEdit->text();
    bool good = checkFilled(m_ui->usernameEdit, m_ui->usernameEditError, tr("Choose a user name."));
    const bool mail = person.email.contains(u'@');
    m_ui->emailEditError->showError(m_ui->emailEdit, mail ? QString() : tr("Give an e-mail address, like name@example.com."));
    const bool needsDepartment = person.role == Role::DepartmentReviewer && !person.department;
    m_ui->departmentComboError->showError(m_ui->departmentCombo, needsDepartment ? tr("A reviewer belongs to a department.") : QString());
    const bool needsLevel = person.role == Role::Approver && person.approvalLevel.isEmpty();
    m_ui->levelComboError->showError(m_ui->levelCombo, needsLevel ? tr("An approver has a level.") : QString());
    const bool isShort = (needsPassword() || !password.isEmpty()) && password.size() < AccountService::kMinimumPasswordLength;
    m_ui->passwordEditError->showError(
        m_ui->passwordEdit,
        isShort ? tr("A password has at least %n characters.", nullptr, AccountService::kMinimumPasswordLength) : QString());
    good = good && mail && !needsDepartment && !needsLevel && !isShort;
    return good;
}

QCoro::Task<Status> PersonForm::save()
{
    const AdminService service(*m_records->session());
    const auto task = service.savePerson(entered(), m_ui->passwordEdit->text());
    co_return co_await task;
}

void PersonForm::reload()
{
    for (const Person &person : m_records->people()->rows()) {
        if (person.id == m_record.id)
            m_record = person;
    }
    fill();
}

} // namespace dealdesk
