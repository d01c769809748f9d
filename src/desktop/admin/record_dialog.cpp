#include "desktop/admin/record_dialog.h"

#include "desktop/admin/record_form.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/banner.h"
#include "services/error_text.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

RecordDialog *RecordDialog::edit(RecordForm *form, QWidget *parent)
{
    auto *dialog = new RecordDialog(form, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

RecordDialog::RecordDialog(RecordForm *form, QWidget *parent) : QDialog(parent), m_form(form), m_banner(new Banner)
{
    setObjectName(u"recordDialog"_s);
    setWindowTitle(form->title());
    setAccessibleName(form->title());
    m_banner->setObjectName(u"recordBanner"_s);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"recordSave"_s);
    m_save->setAccessibleName(tr("Save"));
    setThemeRole(m_save, "primary");
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(u"recordCancel"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(m_banner);
    layout->addWidget(form);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { save(); });
    connect(buttons, &QDialogButtonBox::rejected, this, &RecordDialog::reject);
    connect(m_banner, &Banner::actionTriggered, this, [this] {
        m_banner->clear();
        m_form->reload();
    });
    setMinimumWidth(520);
}

void RecordDialog::reject()
{
    if (!m_saving)
        QDialog::reject();
}

QCoro::Task<> RecordDialog::save()
{
    if (m_saving || !m_form->check())
        co_return;
    const auto stop = m_request.begin();
    m_saving = true;
    m_save->setEnabled(false);
    m_banner->clear();
    const auto task = m_form->save();
    const auto saved = co_await task;
    if (stop.stopped())
        co_return;
    m_saving = false;
    m_save->setEnabled(true);
    if (saved) {
        accept();
        co_return;
    }
    const bool stale = saved.error().code == ErrorCode::Stale;
    m_banner->showMessage(Tone::Negative, sentenceFor(saved.error()), stale ? tr("&Load what is stored now") : QString());
}

} // namespace dealdesk
