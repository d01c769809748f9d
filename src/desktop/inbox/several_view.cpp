#include "desktop/inbox/several_view.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "presentation/inbox/inbox_model.h"
#include "presentation/text/format.h"

#include <QBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr qsizetype kMostNamed = 15;

QString lineOf(const InboxTask &task)
{
    const QString amount = task.routingAmount ? SeveralView::tr(", %1").arg(formatMoney(*task.routingAmount)) : QString();
    return SeveralView::tr("%1 %2, %3%4", "reference, name, client, amount").arg(task.reference, task.name, task.client, amount);
}

} // namespace

SeveralView::SeveralView(QWidget *parent) : QFrame(parent), m_title(new QLabel), m_hint(new QLabel), m_tasks(new QLabel)
{
    setObjectName(u"severalView"_s);
    setAccessibleName(tr("Several tasks"));
    setTextSize(m_title, TextSize::Heading);
    setThemeRole(m_hint, "muted");
    m_title->setObjectName(u"severalTitle"_s);
    m_hint->setObjectName(u"severalHint"_s);
    m_tasks->setObjectName(u"severalTasks"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    for (QLabel *label : {m_title, m_hint, m_tasks}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    layout->addStretch();
}

void SeveralView::showTasks(const QList<InboxTask> &tasks, bool offers)
{
    m_title->setText(tr("%n task(s) selected", nullptr, int(tasks.size())));
    m_hint->setText(offers ? tr("One decision for all of them; each is checked by itself, and its result is shown. Esc selects one again.")
                           : tr("They have nothing in common that could be done with all of them. Esc selects one again."));
    QStringList lines;
    for (const InboxTask &task : tasks.first(std::min(tasks.size(), kMostNamed)))
        lines << lineOf(task);
    if (tasks.size() > kMostNamed)
        lines << tr("and %n more", nullptr, int(tasks.size() - kMostNamed));
    m_tasks->setText(lines.join(u'\n'));
}

} // namespace dealdesk
