#include "desktop/deal_editor/revision_panel.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/card.h"
#include "presentation/text/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

RevisionPanel::RevisionPanel(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("What reviewers ask for"), this);
    layout->addWidget(card);
    m_entries = card->body();
    m_entries->setSpacing(spacing::kMedium);
    setObjectName(u"revisionPanel"_s);
    setAccessibleName(tr("What reviewers ask for"));
    hide();
}

void RevisionPanel::setRequests(const QList<RevisionRequest> &requests)
{
    while (QLayoutItem *item = m_entries->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int number = 0;
    for (const RevisionRequest &request : requests)
        m_entries->addWidget(entryFor(request, ++number));
    setVisible(!requests.isEmpty());
}

QWidget *RevisionPanel::entryFor(const RevisionRequest &request, int number)
{
    auto *entry = new QWidget(this);
    auto *rows = new QVBoxLayout(entry);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(spacing::kTiny);
    auto *from = new QLabel(request.from, entry);
    auto *reason = new QLabel(request.reason, entry);
    reason->setObjectName(u"revisionReason%1"_s.arg(number));
    setThemeRole(from, "muted");
    setTextSize(from, TextSize::Caption);
    for (QLabel *label : {from, reason}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        rows->addWidget(label);
    }
    auto *places = new QHBoxLayout;
    places->setSpacing(spacing::kSmall);
    for (const FieldPath &path : request.fields) {
        auto *place = new QPushButton(icon("arrow-right"_L1), placeOf(path), entry);
        place->setObjectName(u"revisionPlace_"_s + path.toString());
        place->setAccessibleName(tr("Go to %1").arg(placeOf(path)));
        connect(place, &QPushButton::clicked, this, [this, path] { Q_EMIT chosen(path); });
        places->addWidget(place);
    }
    places->addStretch();
    rows->addLayout(places);
    return entry;
}

} // namespace dealdesk
