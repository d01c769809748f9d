#include "desktop/widgets/progress_strip.h"

#include "desktop/theme/spacing.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr int kDelayMs = 250;
constexpr int kSteps = 1000;
} // namespace

ProgressStrip::ProgressStrip(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_delay(new QTimer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(spacing::kMedium, spacing::kTiny, spacing::kMedium, spacing::kTiny);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(m_text);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_cancel);

    m_text->setTextFormat(Qt::PlainText);
    m_bar->setTextVisible(false);
    m_cancel->setAccessibleName(tr("Cancel"));
    m_delay->setSingleShot(true);
    m_delay->setInterval(kDelayMs);
    hide();

    connect(m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        Q_EMIT cancelRequested();
    });
    connect(this, &QObject::objectNameChanged, this, [this](const QString &name) {
        m_text->setObjectName(name + "Text"_L1);
        m_bar->setObjectName(name + "Bar"_L1);
        m_cancel->setObjectName(name + "Cancel"_L1);
    });
}

void ProgressStrip::start(const QString &text, bool cancellable)
{
    m_running = true;
    setText(text);
    m_bar->setRange(0, 0);
    m_cancel->setVisible(cancellable);
    m_cancel->setEnabled(true);
    if (!isVisible())
        m_delay->start();
}

void ProgressStrip::setProgress(qint64 done, qint64 total)
{
    m_bar->setRange(0, total > 0 ? kSteps : 0);
    if (total > 0)
        m_bar->setValue(int(double(qBound(qint64(0), done, total)) / double(total) * kSteps));
}

void ProgressStrip::setText(const QString &text)
{
    m_text->setText(text);
    m_bar->setAccessibleName(text);
    setAccessibleName(text);
}

void ProgressStrip::finish()
{
    m_running = false;
    m_delay->stop();
    hide();
}

} // namespace dealdesk
