#include "desktop/deal_editor/change_list_panel.h"

#include "desktop/deal_editor/change_item_row.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace dealdesk {

ChangeListPanel::ChangeListPanel(ChangeListModel &changes, QWidget *parent) : QWidget(parent), m_changes(changes)
{
    setObjectName(u"changeListPanel"_s);
    setAccessibleName(tr("What reviewers ask for"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("What reviewers ask for"), this);
    layout->addWidget(card);
    m_progress = new QLabel(card);
    m_progress->setObjectName(u"changeProgress"_s);
    m_progress->setTextFormat(Qt::PlainText);
    setThemeRole(m_progress, "muted");
    card->header()->addWidget(m_progress);
    m_body = card->body();
    connect(&changes, &ChangeListModel::requestsChanged, this, &ChangeListPanel::rebuild);
    connect(&changes, &ChangeListModel::rowsInserted, this, &ChangeListPanel::rebuild);
    connect(&changes, &ChangeListModel::dataChanged, this, &ChangeListPanel::refresh);
    connect(&changes, &ChangeListModel::progressChanged, this, &ChangeListPanel::refresh);
    rebuild();
}

void ChangeListPanel::rebuild()
{
    m_rows.clear();
    delete m_entries;
    m_entries = new QWidget(this);
    auto *layout = new QVBoxLayout(m_entries);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kTiny);
    for (int number = 0; number < m_changes.requests().size(); ++number)
        addRequest(number);
    if (m_changes.hasUnanswered())
        setThemeRole(addText(u"changesUnanswered"_s, m_changes.unansweredText()), "muted");
    m_body->addWidget(m_entries);
    setVisible(!m_changes.requests().isEmpty() || m_changes.hasUnanswered());
    refresh();
}

void ChangeListPanel::addRequest(int number)
{
    const ChangeRequest &request = m_changes.requests().at(number);
    if (number > 0)
        static_cast<QVBoxLayout *>(m_entries->layout())->addSpacing(spacing::kSmall);
    QLabel *from = addText(u"changeFrom%1"_s.arg(number + 1), request.from);
    setThemeRole(from, "muted");
    setTextSize(from, TextSize::Caption);
    addText(u"changeReason%1"_s.arg(number + 1), request.reason);
    for (int row = 0; row < m_changes.rowCount(); ++row) {
        if (m_changes.rowAt(row).approval != request.approval)
            continue;
        m_rows.append(new ChangeItemRow(m_changes, m_changes.index(row), m_entries));
        connect(m_rows.last(), &ChangeItemRow::chosen, this, &ChangeListPanel::chosen);
        m_entries->layout()->addWidget(m_rows.last());
    }
}

QLabel *ChangeListPanel::addText(const QString &name, const QString &text)
{
    auto *label = new QLabel(text, m_entries);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_entries->layout()->addWidget(label);
    return label;
}

void ChangeListPanel::refresh()
{
    for (ChangeItemRow *row : std::as_const(m_rows))
        row->refresh();
    m_progress->setText(m_changes.progress());
}

void ChangeListPanel::takeFocus()
{
    QCheckBox *first = nullptr;
    for (const ChangeItemRow *row : std::as_const(m_rows)) {
        auto *box = row->findChild<QCheckBox *>();
        if (!first || (first->isChecked() && !box->isChecked()))
            first = box;
    }
    if (first)
        first->setFocus(Qt::ShortcutFocusReason);
}

} // namespace dealdesk
