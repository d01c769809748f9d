#include "desktop/deal_editor/client_history_strip.h"

#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "presentation/text/format.h"

#include <QGridLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace dealdesk {

ClientHistoryStrip::ClientHistoryStrip(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(0, spacing::kTiny, 0, spacing::kSmall);
    layout->setHorizontalSpacing(spacing::kMedium);
    layout->setVerticalSpacing(0);
    const std::array<std::pair<QString, QString>, FigureCount> figures = {{{u"lastRevenue"_s, tr("Last year's revenue")},
                                                                           {u"lastMargin"_s, tr("Margin")},
                                                                           {u"lastProfit"_s, tr("Profit")},
                                                                           {u"lastIncentiveCost"_s, tr("Incentive cost")},
                                                                           {u"lastClientValue"_s, tr("Client value")}}};
    for (int i = 0; i < FigureCount; ++i) {
        auto *title = new QLabel(figures.at(size_t(i)).second, this);
        title->setTextFormat(Qt::PlainText);
        setThemeRole(title, "muted");
        setTextSize(title, TextSize::Caption);
        m_values.at(size_t(i)) = new QLabel(this);
        m_values.at(size_t(i))->setObjectName(figures.at(size_t(i)).first);
        m_values.at(size_t(i))->setTextFormat(Qt::PlainText);
        m_values.at(size_t(i))->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(title, 0, i);
        layout->addWidget(m_values.at(size_t(i)), 1, i);
        layout->setColumnStretch(i, 1);
    }
    setAccessibleName(tr("The client's previous year"));
    setHistory({});
}

void ClientHistoryStrip::setHistory(const ClientHistory &history)
{
    setFigure(Revenue, formatMoney(history.revenue), history.revenue.has_value());
    setFigure(Margin, formatPercent(history.margin), history.margin.has_value());
    setFigure(Profit, formatMoney(history.profit), history.profit.has_value());
    setFigure(IncentiveCost, formatMoney(history.incentiveCost), history.incentiveCost.has_value());
    setFigure(ClientValue, formatMoney(history.clientValue), history.clientValue.has_value());
}

void ClientHistoryStrip::setFigure(Figure figure, const QString &text, bool known)
{
    QLabel *value = m_values.at(size_t(figure));
    value->setText(text);
    setThemeRole(value, known ? "" : "muted");
}

} // namespace dealdesk
