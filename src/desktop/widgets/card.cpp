#include "desktop/widgets/card.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace dealdesk {

Card::Card(QWidget *parent) : Card(QString(), parent) {}

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_title(new QLabel(this)), m_header(new QHBoxLayout), m_body(new QVBoxLayout)
{
    setThemeRole(this, "card");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kMedium, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kSmall);
    layout->addLayout(m_header);
    layout->addLayout(m_body, 1);
    m_header->addWidget(m_title, 1);
    m_body->setSpacing(spacing::kSmall);
    m_title->setTextFormat(Qt::PlainText);
    setTextSize(m_title, TextSize::Subheading);
    setTitle(title);
}

void Card::setTitle(const QString &title)
{
    if (accessibleName().isEmpty() || accessibleName() == m_title->text())
        setAccessibleName(title);
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

} // namespace dealdesk
