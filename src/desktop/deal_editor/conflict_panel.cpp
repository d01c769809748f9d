#include "desktop/deal_editor/conflict_panel.h"

#include "desktop/theme/spacing.h"
#include "desktop/widgets/card.h"
#include "presentation/deal_page/change_text.h"
#include "presentation/text/labels.h"

#include <QButtonGroup>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kLongestText = 160;

/// Without a letter to press: those go to the fields.
QPushButton *button(const QString &name, const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setAutoDefault(true); // Enter presses what has the keyboard
    made->setToolTip(toolTip);
    return made;
}

/// On a button an ampersand would be a shortcut.
QString shown(const QString &text)
{
    QString line = text.simplified();
    if (line.size() > kLongestText)
        line = line.left(kLongestText) + u'…';
    return line.replace(u'&', u"&&"_s);
}

} // namespace

ConflictPanel::ConflictPanel(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Changed here and elsewhere"), this);
    layout->addWidget(card);
    m_rows = new QVBoxLayout;
    m_rows->setSpacing(spacing::kSmall);
    auto *use = button(u"useChoicesButton"_s, tr("Use these"),
                       tr("Puts what is chosen into the form, with everything else that was changed on either side. Undo takes it back."),
                       this);
    auto *keep = button(u"keepMineButton"_s, tr("Keep mine"),
                        tr("Goes on with your words everywhere here; the next save replaces what is saved."), this);
    auto *take = button(u"takeTheirsButton"_s, tr("Take what is saved"),
                        tr("Puts what is saved into the form everywhere here. Undo brings your words back."), this);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::kSmall);
    m_buttons = {use, keep, take};
    for (QPushButton *one : std::as_const(m_buttons))
        buttons->addWidget(one);
    buttons->addStretch();
    card->body()->addLayout(m_rows);
    card->body()->addLayout(buttons);
    setObjectName(u"conflictPanel"_s);
    setAccessibleName(tr("Differences"));
    hide();
    connect(use, &QPushButton::clicked, this, [this] { Q_EMIT chosen(choices()); });
    connect(keep, &QPushButton::clicked, this, &ConflictPanel::mineKept);
    connect(take, &QPushButton::clicked, this, &ConflictPanel::theirsTaken);
}

void ConflictPanel::setConflicts(const QList<FieldConflict> &conflicts)
{
    qDeleteAll(m_boxes);
    m_boxes.clear();
    m_groups.clear();
    for (int number = 0; number < conflicts.size(); ++number)
        addConflict(number, conflicts.at(number));
    // The places were made after the buttons below them.
    QWidget *before = m_buttons.last();
    for (const QButtonGroup *group : std::as_const(m_groups)) {
        const QList<QAbstractButton *> choices = group->buttons();
        for (QAbstractButton *choice : choices) {
            setTabOrder(before, choice);
            before = choice;
        }
    }
    for (QPushButton *button : std::as_const(m_buttons)) {
        setTabOrder(before, button);
        before = button;
    }
}

void ConflictPanel::addConflict(int number, const FieldConflict &conflict)
{
    const QString place = placeOf(conflict.path);
    auto *box = new QGroupBox(shown(place), this);
    box->setObjectName(u"conflict%1"_s.arg(number));
    box->setAccessibleName(place);
    auto *layout = new QVBoxLayout(box);
    auto *group = new QButtonGroup(box);
    const auto add = [&](MergeSide side, const QString &name, const QString &text, const QString &value) {
        auto *choice = new QRadioButton(text.arg(shown(valueInWords(conflict.path, value))), box);
        choice->setObjectName(u"conflict%1%2"_s.arg(number).arg(name));
        choice->setAccessibleName(u"%1, %2"_s.arg(place, text.arg(valueInWords(conflict.path, value))));
        choice->setToolTip(valueInWords(conflict.path, value));
        choice->setChecked(side == MergeSide::Mine);
        group->addButton(choice, int(side));
        layout->addWidget(choice);
    };
    add(MergeSide::Mine, u"Mine"_s, tr("Mine: %1"), conflict.mine);
    add(MergeSide::Theirs, u"Theirs"_s, tr("Saved: %1"), conflict.theirs);
    add(MergeSide::Original, u"Original"_s, tr("As it was: %1"), conflict.original);
    m_rows->addWidget(box);
    m_boxes.append(box);
    m_groups.append(group);
}

void ConflictPanel::takeFocus()
{
    if (!m_groups.isEmpty())
        m_groups.first()->checkedButton()->setFocus(Qt::ShortcutFocusReason);
}

QList<MergeSide> ConflictPanel::choices() const
{
    QList<MergeSide> sides;
    for (const QButtonGroup *group : m_groups)
        sides.append(MergeSide(group->checkedId()));
    return sides;
}

} // namespace dealdesk
