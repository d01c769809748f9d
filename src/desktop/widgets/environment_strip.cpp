#include "desktop/widgets/environment_strip.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "presentation/connections/connection_list.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr QRgb kAmber = 0xffffb224;
constexpr QRgb kOnAmber = 0xff2b1a00; ///< 11 : 1 on it

} // namespace

EnvironmentStrip::EnvironmentStrip(QWidget *parent) : QLabel(parent)
{
    setObjectName(u"environmentStrip"_s);
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setTextSize(this, TextSize::Subheading);
    setContentsMargins(spacing::kMedium, spacing::kTiny, spacing::kMedium, spacing::kTiny);
    setAutoFillBackground(true);
    QPalette own = palette();
    own.setColor(QPalette::Window, kAmber);
    own.setColor(QPalette::WindowText, kOnAmber);
    setPalette(own);
    setVisible(false);
}

void EnvironmentStrip::setEnvironment(Environment environment)
{
    setText(environmentText(environment));
    setAccessibleName(text());
    setVisible(!text().isEmpty());
}

} // namespace dealdesk
