#include "desktop/deal_editor/change_item_row.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

ChangeItemRow::ChangeItemRow(ChangeListModel &changes, const QModelIndex &item, QWidget *parent)
    : QWidget(parent)
    , m_changes(changes)
    , m_item(item)
    , m_done(new QCheckBox(this))
    , m_place(new QPushButton(this))
    , m_change(new QLabel(this))
{
    const ChangeItem &point = changes.rowAt(item.row());
    const QString name = u"%1_%2"_s.arg(point.approval.value()).arg(point.path);
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(spacing::kTiny);
    layout->setVerticalSpacing(0);
    layout->setColumnStretch(2, 1);
    layout->addWidget(m_done, 0, 0);
    layout->addWidget(m_place, 0, 1);
    layout->addWidget(m_change, 1, 1, 1, 2);
    m_done->setObjectName(u"changeDone_"_s + name);
    m_done->setToolTip(tr("Space ticks the point, Enter leads to it."));
    m_done->installEventFilter(this);
    setFocusProxy(m_done);
    m_place->setObjectName(u"changePlace_"_s + name);
    m_place->setFlat(true);
    m_place->setFocusPolicy(Qt::NoFocus); // the box beside it takes the keys
    setThemeRole(m_place, "link");
    m_place->setEnabled(point.place.has_value());
    if (point.place)
        m_place->setToolTip(tr("Go to this place in the form"));
    m_change->setObjectName(u"changeMade_"_s + name);
    m_change->setTextFormat(Qt::PlainText);
    m_change->setWordWrap(true);
    setThemeRole(m_change, "muted");
    setTextSize(m_change, TextSize::Caption);
    connect(m_done, &QCheckBox::clicked, this,
            [this](bool checked) { m_changes.setData(m_item, checked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole); });
    connect(m_place, &QPushButton::clicked, this, &ChangeItemRow::choose);
    refresh();
}

void ChangeItemRow::refresh()
{
    if (!m_item.isValid())
        return;
    const ChangeItem &point = m_changes.rowAt(m_item.row());
    m_done->setChecked(point.isDone);
    const QString name = point.change.isEmpty() ? point.text : tr("%1: %2", "place: what changed").arg(point.text, point.change);
    m_done->setAccessibleName(name);
    m_place->setText(QString(point.text).replace(u'&', u"&&"_s));
    m_place->setAccessibleName(tr("Go to %1").arg(point.text));
    m_change->setText(point.change);
    m_change->setVisible(!point.change.isEmpty());
}

void ChangeItemRow::choose()
{
    if (!m_item.isValid())
        return;
    if (const std::optional<FieldPath> place = m_changes.rowAt(m_item.row()).place)
        Q_EMIT chosen(*place);
}

bool ChangeItemRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        QFont font = m_place->font();
        font.setUnderline(event->type() == QEvent::FocusIn); // the box alone shows the keyboard too little
        m_place->setFont(font);
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        if ((press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter) && !(press->modifiers() & Qt::ControlModifier)) {
            choose();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace dealdesk
