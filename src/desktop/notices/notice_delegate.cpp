#include "desktop/notices/notice_delegate.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "presentation/notices/notice_model.h"
#include "presentation/notices/notice_text.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kGap = 2; ///< between the lines

QLatin1StringView iconNameOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Asked:
    case Notice::Kind::Assigned: return "inbox"_L1;
    case Notice::Kind::Reminder: return "hourglass"_L1;
    case Notice::Kind::Overdue: return "clock"_L1;
    case Notice::Kind::Escalated: return "trending-up"_L1;
    case Notice::Kind::RevisionRequested: return "pencil"_L1;
    case Notice::Kind::Approved: return "circle-check"_L1;
    case Notice::Kind::Rejected: return "circle-x"_L1;
    case Notice::Kind::Rescinded: return "undo-2"_L1;
    case Notice::Kind::Commented: return "message-square"_L1;
    case Notice::Kind::Delegated: return "users"_L1;
    }
    return "bell"_L1;
}

} // namespace

QSize NoticeDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {300, 2 * spacing::kSmall + kGap + 2 * option.fontMetrics.height()};
}

void NoticeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = row.widget ? row.widget->style() : QApplication::style();
    painter->save();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, row.widget);

    const bool selected = row.state.testFlag(QStyle::State_Selected);
    const QColor text = row.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor muted = selected ? text : toneColors(Tone::Muted, row.palette).foreground;
    const auto kind = static_cast<Notice::Kind>(index.data(NoticeModel::KindRole).toInt());
    const QRect space = row.rect.adjusted(spacing::kMedium, spacing::kSmall, -spacing::kMedium, -spacing::kSmall);
    const int height = row.fontMetrics.height();
    const QRect picture(space.left(), space.top() + (height - spacing::kIconSize) / 2, spacing::kIconSize, spacing::kIconSize);
    icon(iconNameOf(kind), toneOf(meaningOf(kind))).paint(painter, picture, Qt::AlignCenter, selected ? QIcon::Selected : QIcon::Normal);

    QRect line(picture.right() + spacing::kMedium, space.top(), space.right() - picture.right() - spacing::kMedium, height);
    const QString when = index.data(NoticeModel::WhenRole).toString();
    painter->setFont(row.font);
    painter->setPen(muted);
    painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, when);
    QFont title = row.font;
    if (!index.data(NoticeModel::IsReadRole).toBool())
        title.setWeight(QFont::DemiBold);
    const int width = line.width() - row.fontMetrics.horizontalAdvance(when) - spacing::kMedium;
    painter->setFont(title);
    painter->setPen(text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(title).elidedText(index.data().toString(), Qt::ElideRight, width));
    line.translate(0, height + kGap);
    painter->setFont(row.font);
    painter->setPen(muted);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                      row.fontMetrics.elidedText(index.data(NoticeModel::DetailRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace dealdesk
