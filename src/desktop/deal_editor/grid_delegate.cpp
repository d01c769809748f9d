#include "desktop/deal_editor/grid_delegate.h"

#include "desktop/deal_editor/choice_edit.h"
#include "desktop/theme/colors.h"
#include "presentation/deal_editor/incentive_grid_model.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPersistentModelIndex>

namespace dealdesk {

namespace {
/// An editor knows the text that its cell holds on its account; only another one (an undo, say) replaces what is being typed.
constexpr const char *kKnown = "knownText";
constexpr const char *kOriginal = "originalText";

void push(QLineEdit *edit, const QPersistentModelIndex &cell)
{
    auto *model = const_cast<QAbstractItemModel *>(cell.model());
    edit->setProperty(kKnown, QVariant());
    model->setData(cell, edit->text(), Qt::EditRole);
    edit->setProperty(kKnown, cell.data(Qt::EditRole));
}

bool editsTier(const QModelIndex &index)
{
    return qobject_cast<const IncentiveGridModel *>(index.model()) && index.column() == IncentiveGridModel::TierColumn;
}

bool endsCell(const QKeyEvent &key)
{
    return (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) && !(key.modifiers() & ~Qt::KeypadModifier);
}
} // namespace

QWidget *GridDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (const auto *incentives = qobject_cast<const IncentiveGridModel *>(index.model())) {
        const QStringList choices = incentives->choices(index);
        const int column = index.column();
        if (column >= IncentiveGridModel::CategoryColumn && column <= IncentiveGridModel::OptionColumn)
            return createChoice(parent, index, choices);
    }
    return createText(parent, index);
}

QWidget *GridDelegate::createChoice(QWidget *parent, const QModelIndex &, const QStringList &choices) const
{
    auto *edit = new ChoiceEdit(parent);
    edit->setObjectName(QStringLiteral("choiceCellEdit"));
    edit->setFrame(false);
    edit->setChoices(choices);
    auto *delegate = const_cast<GridDelegate *>(this);
    // Enter in the open list both picks a name and ends the cell: whoever comes second finds the editor put away.
    const auto finish = [delegate, edit] {
        if (!edit->isVisible())
            return;
        Q_EMIT delegate->commitData(edit);
        Q_EMIT delegate->closeEditor(edit, QAbstractItemDelegate::NoHint);
    };
    connect(edit, &ChoiceEdit::chosen, edit, finish, Qt::QueuedConnection);
    return edit;
}

QWidget *GridDelegate::createText(QWidget *parent, const QModelIndex &index) const
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QStringLiteral("cellEdit"));
    edit->setFrame(false);
    edit->setAlignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    if (!editsTier(index)) { // a changed tier moves the line away, so it waits for the end
        const QPersistentModelIndex cell = index;
        connect(edit, &QLineEdit::textEdited, this, [edit, cell] { push(edit, cell); });
    }
    return edit;
}

void GridDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *edit = qobject_cast<QLineEdit *>(editor);
    const QVariant text = index.data(Qt::EditRole);
    if (!edit->property(kOriginal).isValid()) {
        edit->setProperty(kOriginal, text);
    } else if (!edit->property(kKnown).isValid() || edit->property(kKnown) == text) {
        return;
    }
    edit->setText(text.toString());
    edit->setProperty(kKnown, text);
}

void GridDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *choice = qobject_cast<ChoiceEdit *>(editor);
    auto *edit = qobject_cast<QLineEdit *>(editor);
    if (choice)
        model->setData(index, choice->resolved(), Qt::EditRole);
    else if (editsTier(index))
        model->setData(index, edit->text(), Qt::EditRole);
}

void GridDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect);
}

bool GridDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *edit = qobject_cast<QLineEdit *>(watched);
    if (edit && event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore(); // the page's actions take it
            return true;
        }
    }
    if (edit && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape
        && edit->property(kOriginal) != QVariant(edit->text()) && !qobject_cast<ChoiceEdit *>(edit)) {
        edit->setText(edit->property(kOriginal).toString());
        Q_EMIT edit->textEdited(edit->text());
    }
    if (edit && event->type() == QEvent::KeyPress && endsCell(*static_cast<QKeyEvent *>(event))) {
        // Qt would do this a moment later, when what is typed on may have ended the cell and deleted its editor.
        Q_EMIT commitData(edit);
        Q_EMIT closeEditor(edit, QAbstractItemDelegate::SubmitModelCache);
        return true;
    }
    return QStyledItemDelegate::eventFilter(watched, event);
}

void GridDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (!index.data(SnapshotTableModel::ProblemRole).toString().isEmpty())
        option->backgroundBrush = toneColors(Tone::Negative, option->palette).background;
    if (!(index.flags() & Qt::ItemIsEditable))
        option->palette.setColor(QPalette::Text, toneColors(Tone::Muted, option->palette).foreground);
}

void GridDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    if (index.data(SnapshotTableModel::ProblemRole).toString().isEmpty())
        return;
    constexpr int kMark = 7;
    const QPoint corner = option.rect.topRight();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(toneColors(Tone::Negative, option.palette).foreground);
    painter->drawPolygon(QPolygon({corner, corner - QPoint(kMark, 0), corner + QPoint(0, kMark)}));
    painter->restore();
}

} // namespace dealdesk
