#include "desktop/inbox/decision_card.h"

#include "desktop/inbox/growth_delegate.h"
#include "desktop/inbox/since_card.h"
#include "desktop/theme/colors.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"
#include "desktop/widgets/status_chip.h"
#include "presentation/text/labels.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

Card *addCard(const QString &name, const QString &title, QLayout *into)
{
    auto *card = new Card(title);
    card->setObjectName(name);
    into->addWidget(card);
    return card;
}

QString inLines(const QStringList &lines)
{
    return lines.join(u'\n');
}

QString conversation(const QList<CardComment> &comments)
{
    QStringList parts;
    for (const CardComment &comment : comments)
        parts << DecisionCard::tr("%1, %2:\n%3").arg(comment.author, comment.when, comment.body);
    return parts.join(u"\n\n"_s);
}

} // namespace

DecisionCard::DecisionCard(QAbstractItemModel *figures, QWidget *parent) : QScrollArea(parent), m_figures(new QTableView)
{
    setObjectName(u"decisionCard"_s);
    setAccessibleName(tr("The task"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(header());
    m_since = new SinceCard;
    connect(m_since, &SinceCard::differenceRequested, this, &DecisionCard::differenceRequested);
    layout->addWidget(m_since);
    m_reasons = addText(u"taskReasons"_s, addCard(u"reasonsCard"_s, tr("Why you are asked"), layout)->body());

    m_figures->setObjectName(u"taskFigures"_s);
    m_figures->setAccessibleName(tr("Figures per tier against last year"));
    m_figures->setModel(figures);
    m_figures->setItemDelegate(new GrowthDelegate(m_figures));
    m_figures->setSelectionMode(QAbstractItemView::NoSelection);
    m_figures->setFocusPolicy(Qt::NoFocus);
    m_figures->setShowGrid(false);
    setThemeRole(m_figures, "plain");
    m_figures->setFrameShape(QFrame::NoFrame);
    m_figures->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_figures->setCornerButtonEnabled(false);
    m_figures->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_figures->horizontalHeader()->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_figures->horizontalHeader()->setMinimumSectionSize(76);
    m_figures->verticalHeader()->setDefaultSectionSize(26);
    m_figures->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    addCard(u"figuresCard"_s, tr("Figures per tier against last year, in USD"), layout)->body()->addWidget(m_figures);
    connect(figures, &QAbstractItemModel::modelReset, this, &DecisionCard::fitFigures);

    m_incentivesCard = addCard(u"incentivesCard"_s, tr("Incentives"), layout);
    m_incentives = addText(u"taskIncentives"_s, m_incentivesCard->body());
    m_saidCard = addCard(u"saidCard"_s, tr("So far"), layout);
    m_verdicts = addText(u"taskVerdicts"_s, m_saidCard->body());
    m_comments = addText(u"taskComments"_s, m_saidCard->body());
    layout->addStretch();
    setWidget(content);
    fitFigures();
}

QLabel *DecisionCard::addText(const QString &name, QLayout *into)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    into->addWidget(label);
    return label;
}

QWidget *DecisionCard::header()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::kTiny);
    auto *top = new QHBoxLayout;
    m_title = addText(u"taskTitle"_s, top);
    setTextSize(m_title, TextSize::Heading);
    m_status = new StatusChip;
    m_status->setObjectName(u"taskStatus"_s);
    top->addWidget(m_status, 0, Qt::AlignTop);
    layout->addLayout(top);
    m_deal = addText(u"taskDeal"_s, layout);
    setTextSize(m_deal, TextSize::Subheading);
    m_client = addText(u"taskClient"_s, layout);
    m_facts = addText(u"taskFacts"_s, layout);
    setThemeRole(m_facts, "muted");
    m_behalf = addText(u"taskBehalf"_s, layout);
    setTextSize(m_behalf, TextSize::Subheading);
    auto *dates = new QHBoxLayout;
    dates->setSpacing(spacing::kLarge);
    m_due = addText(u"taskDue"_s, dates);
    m_claim = addText(u"taskClaim"_s, dates);
    setThemeRole(m_claim, "muted");
    m_claim->setAlignment(Qt::AlignRight);
    layout->addLayout(dates);
    return box;
}

void DecisionCard::showCard(const TaskCard &card)
{
    m_title->setText(card.title);
    m_status->setStatus(label(card.status), toneOf(meaningOf(card.status)));
    m_deal->setText(card.deal);
    m_client->setText(card.client);
    m_facts->setText(card.facts.join(tr(" · ")));
    m_behalf->setText(card.behalf);
    m_behalf->setVisible(!card.behalf.isEmpty());
    // a contract has no date, and may wait all the same
    QString when = card.due.isEmpty() || card.age.isEmpty() ? card.due + card.age
                                                            : tr("%1, %2", "due; how long it waits").arg(card.due, card.age);
    m_due->setText(when.replace(0, 1, when.left(1).toUpper()));
    m_since->showSince(card.since);
    m_claim->setText(card.claim);
    m_reasons->setText(inLines(card.reasons));
    m_incentives->setText(inLines(card.incentives));
    m_incentivesCard->setVisible(!card.incentives.isEmpty());
    m_verdicts->setText(inLines(card.verdicts));
    m_verdicts->setVisible(!card.verdicts.isEmpty());
    m_comments->setText(conversation(card.comments));
    m_comments->setVisible(!card.comments.isEmpty());
    m_saidCard->setVisible(!card.verdicts.isEmpty() || !card.comments.isEmpty());
    m_overdue = card.overdue;
    colorDue();
}

void DecisionCard::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        colorDue();
}

void DecisionCard::colorDue()
{
    if (!m_due)
        return;
    auto colored = palette();
    if (m_overdue)
        colored.setColor(QPalette::WindowText, toneColors(Tone::Negative, colored).foreground);
    m_due->setPalette(colored);
}

void DecisionCard::fitFigures()
{
    const auto rows = m_figures->model()->rowCount();
    const int height = m_figures->horizontalHeader()->sizeHint().height() + rows * m_figures->verticalHeader()->defaultSectionSize();
    m_figures->setFixedHeight(height + 2);
}

} // namespace dealdesk
