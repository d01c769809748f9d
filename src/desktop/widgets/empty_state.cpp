#include "desktop/widgets/empty_state.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/icon_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr int kPictureSize = 40;
constexpr int kTextWidth = 420;
} // namespace

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(kPictureSize, this))
    , m_title(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kHuge, spacing::kHuge, spacing::kHuge, spacing::kHuge);
    layout->setSpacing(spacing::kSmall);
    layout->addStretch(2);
    layout->addWidget(m_icon, 0, Qt::AlignHCenter);
    layout->addSpacing(spacing::kSmall);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_sentence, 0, Qt::AlignHCenter);
    layout->addSpacing(spacing::kSmall);
    layout->addWidget(m_action, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    for (QLabel *label : {m_title, m_sentence}) {
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter);
        label->setWordWrap(true);
        label->setFixedWidth(kTextWidth);
    }
    setTextSize(m_title, TextSize::Subheading);
    setThemeRole(m_sentence, "muted");
    setThemeRole(m_action, "primary");
    m_action->hide();

    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    connect(this, &QObject::objectNameChanged, this, [this](const QString &name) {
        m_title->setObjectName(name + "Title"_L1);
        m_sentence->setObjectName(name + "Sentence"_L1);
        m_action->setObjectName(name + "Action"_L1);
    });
}

void EmptyState::setContent(QLatin1StringView iconName, const QString &title, const QString &sentence, const QString &action)
{
    m_icon->setIcon(icon(iconName, Tone::Muted));
    m_title->setText(title);
    m_sentence->setText(sentence);
    // The layout asks for the height at its own width, where the text needs fewer lines.
    for (QLabel *label : {m_title, m_sentence}) {
        label->ensurePolished();
        label->setMinimumHeight(label->heightForWidth(kTextWidth));
    }
    m_action->setText(action);
    m_action->setAccessibleName(QString(action).remove(u'&'));
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
}

} // namespace dealdesk
