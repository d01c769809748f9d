#include "desktop/connections/connections_dialog.h"

#include "desktop/connections/connection_form.h"
#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"
#include "desktop/widgets/banner.h"
#include "desktop/widgets/message_box.h"
#include "services/error_text.h"

#include <QBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kListWidth = 220;

} // namespace

ConnectionsDialog *ConnectionsDialog::open(ConnectionList *list, const QString &selected, QWidget *parent)
{
    auto *dialog = new ConnectionsDialog(list, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->select(selected);
    dialog->QDialog::open();
    return dialog;
}

ConnectionsDialog::ConnectionsDialog(ConnectionList *list, QWidget *parent) : QDialog(parent), m_drafts(list)
{
    setObjectName(u"connectionsDialog"_s);
    setWindowTitle(tr("Connections"));
    setAccessibleName(tr("Connections"));
    build();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConnectionsDialog::showSelected);
    connect(m_form, &ConnectionForm::edited, this, [this](const ConnectionDraft &draft) { m_drafts.change(draft); });
    connect(&m_drafts, &ConnectionDrafts::changed, this, &ConnectionsDialog::showState);
    const auto problems = list->store().problems();
    if (!problems.isEmpty())
        m_banner->showMessage(Tone::Negative,
                              tr("A file with connections cannot be used: %1").arg(problems.first().data.value("path"_L1).toString()));
    resize(QSize(860, 640).boundedTo(parent ? parent->window()->size().expandedTo(QSize(760, 560)) : QSize(860, 640)));
}

void ConnectionsDialog::build()
{
    m_banner = new Banner;
    m_banner->setObjectName(u"connectionsBanner"_s);
    m_form = new ConnectionForm;
    auto *scroll = new QScrollArea;
    scroll->setObjectName(u"connectionScroll"_s);
    scroll->setAccessibleName(tr("The selected connection"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(spacing::kLarge);
    middle->addWidget(listSide());
    middle->addWidget(scroll, 1);

    m_save = addButton(u"saveConnectionButton"_s, tr("&Save"), &ConnectionsDialog::saveSelected);
    m_connect = addButton(u"connectButton"_s, tr("C&onnect"), &ConnectionsDialog::connectToSelected);
    setThemeRole(m_connect, "primary");
    m_connect->setDefault(true);
    auto *close = new QPushButton(tr("C&lose"));
    close->setObjectName(u"closeConnectionsButton"_s);
    close->setAccessibleName(tr("Close"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &ConnectionsDialog::reject);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *button : {m_save, close, m_connect})
        buttons->addWidget(button);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    layout->addWidget(m_banner);
    layout->addLayout(middle, 1);
    layout->addLayout(buttons);
}

QWidget *ConnectionsDialog::listSide()
{
    m_view = new QListView;
    m_view->setObjectName(u"connectionList"_s);
    m_view->setAccessibleName(tr("Connections"));
    m_view->setModel(m_drafts.list());
    m_new = addButton(u"newConnectionButton"_s, tr("&New"), &ConnectionsDialog::addNew);
    m_duplicate = addButton(u"duplicateConnectionButton"_s, tr("&Duplicate"), &ConnectionsDialog::duplicate);
    m_remove = addButton(u"removeConnectionButton"_s, tr("&Remove…"), &ConnectionsDialog::askToRemove);
    m_new->setIcon(icon("plus"_L1));
    m_duplicate->setIcon(icon("copy"_L1));
    m_remove->setIcon(icon("trash-2"_L1));
    auto *side = new QWidget;
    side->setFixedWidth(kListWidth);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(spacing::kSmall);
    layout->addWidget(m_view, 1);
    for (QPushButton *button : {m_new, m_duplicate, m_remove})
        layout->addWidget(button);
    return side;
}

QPushButton *ConnectionsDialog::addButton(const QString &name, const QString &text, void (ConnectionsDialog::*slot)())
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setAccessibleName(QString(text).remove(u'&').remove(u'…'));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

QString ConnectionsDialog::selected() const
{
    return m_view->currentIndex().data(ConnectionList::IdRole).toString();
}

void ConnectionsDialog::select(const QString &id)
{
    const int row = qMax(0, m_drafts.list()->rowOf(id));
    m_view->setCurrentIndex(m_drafts.list()->index(row));
    showSelected();
}

void ConnectionsDialog::showSelected()
{
    m_form->show(m_drafts.draft(selected()));
    showState();
}

void ConnectionsDialog::showState()
{
    const QString id = selected();
    const bool isOwn = !m_drafts.draft(id).profile.isReadOnly;
    m_remove->setEnabled(isOwn);
    m_save->setEnabled(m_drafts.isChanged(id));
    setWindowModified(m_drafts.hasChanges());
    setWindowTitle(tr("Connections[*]"));
}

void ConnectionsDialog::addNew()
{
    adopt(m_drafts.addNew());
}

void ConnectionsDialog::duplicate()
{
    adopt(m_drafts.duplicate(selected()));
}

void ConnectionsDialog::adopt(const Result<QString> &made)
{
    if (!made)
        return m_banner->showMessage(Tone::Negative, sentenceFor(made.error()));
    select(*made);
    m_form->beginNaming();
}

void ConnectionsDialog::askToRemove()
{
    const QString id = selected();
    const Confirmation question{tr("Remove connection"), tr("Remove the connection “%1”?").arg(m_drafts.draft(id).profile.name),
                                tr("The database itself stays as it is."), tr("&Remove")};
    MessageBox::ask(this, question, [this, id] {
        if (const Status removed = m_drafts.remove(id); !removed)
            m_banner->showMessage(Tone::Negative, sentenceFor(removed.error()));
        showSelected();
    });
}

void ConnectionsDialog::saveSelected()
{
    if (save())
        m_banner->showMessage(Tone::Positive, tr("Saved."));
}

/// Marks what is wrong beside its field.
bool ConnectionsDialog::save()
{
    const QString id = selected();
    const ConnectionDraft draft = m_drafts.draft(id);
    if (draft.profile.isReadOnly)
        return true;
    const auto problems = m_drafts.problems(draft);
    m_form->showProblems(problems);
    if (!problems.isEmpty())
        return false;
    const Status saved = m_drafts.save(id);
    if (!saved)
        m_banner->showMessage(Tone::Negative, sentenceFor(saved.error()));
    return saved.has_value();
}

void ConnectionsDialog::connectToSelected()
{
    const QString id = selected();
    if (!save())
        return;
    if (m_drafts.hasChanges()) // of another one: they are asked about as at closing
        return reject();
    accept();
    Q_EMIT connectRequested(id);
}

void ConnectionsDialog::reject()
{
    if (!m_drafts.hasChanges())
        return QDialog::reject();
    const Confirmation question{
        tr("Unsaved connections"), tr("Throw away the changes to connections that are not saved?"), {}, tr("&Throw away")};
    MessageBox::ask(this, question, [this] {
        m_drafts.discard();
        QDialog::reject();
    });
}

} // namespace dealdesk
