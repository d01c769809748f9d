#include "desktop/widgets/icon_lines.h"

#include "desktop/theme/spacing.h"
#include "desktop/widgets/icon_label.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace dealdesk {

struct IconLines::Row {
    QWidget *whole;
    IconLabel *picture;
    QLabel *text;
};

IconLines::IconLines(const QString &name, QWidget *parent) : QWidget(parent), m_name(name), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(spacing::kTiny);
}

IconLines::~IconLines() = default;

void IconLines::setLines(const QList<Line> &lines)
{
    while (m_rows.size() < lines.size())
        addRow();
    for (qsizetype i = 0; i < m_rows.size(); ++i) {
        const Row &row = m_rows.at(i);
        const Line line = lines.value(i);
        row.whole->setVisible(i < lines.size());
        row.picture->setIcon(line.picture);
        row.text->setText(line.text);
        row.text->setToolTip(line.detail.toHtmlEscaped());
    }
}

void IconLines::addRow()
{
    auto *whole = new QWidget(this);
    auto *layout = new QHBoxLayout(whole);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing::kSmall);
    auto *picture = new IconLabel(spacing::kIconSize, whole);
    auto *text = new QLabel(whole);
    text->setObjectName(m_name + QString::number(m_rows.size() + 1));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(picture, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_layout->addWidget(whole);
    m_rows.append({whole, picture, text});
}

} // namespace dealdesk
