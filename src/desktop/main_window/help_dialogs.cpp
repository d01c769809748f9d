#include "desktop/main_window/help_dialogs.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/spacing.h"
#include "desktop/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

struct HelpText {
    Q_DECLARE_TR_FUNCTIONS(dealdesk::Help)
};

QDialog *emptyDialog(const QString &name, const QString &title, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setObjectName(name);
    dialog->setWindowTitle(title);
    dialog->setAccessibleName(title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(spacing::kLarge, spacing::kLarge, spacing::kLarge, spacing::kLarge);
    layout->setSpacing(spacing::kMedium);
    return dialog;
}

void addCloseButton(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->layout()->addWidget(buttons);
}

void addGroup(QTreeWidget *list, const QString &title, const QList<std::pair<QString, QString>> &rows)
{
    auto *group = new QTreeWidgetItem(list, {title});
    for (const auto &[text, keys] : rows)
        new QTreeWidgetItem(group, {text, keys});
}

QList<std::pair<QString, QString>> inboxKeys()
{
    return {{HelpText::tr("Next task, task before"), HelpText::tr("J, K or the arrow keys")},
            {HelpText::tr("Next lane, lane before"), HelpText::tr("→, ←")},
            {HelpText::tr("Select several"), HelpText::tr("Shift+↓, Shift+↑, Ctrl+A; Esc for one")},
            {HelpText::tr("Approve, or what the task asks for"), HelpText::tr("A")},
            {HelpText::tr("Request a revision"), HelpText::tr("R")},
            {HelpText::tr("Reject (business approval)"), HelpText::tr("X")},
            {HelpText::tr("Undo within ten seconds; later take it back"), HelpText::tr("U")},
            {HelpText::tr("What changed since your decision"), HelpText::tr("D")},
            {HelpText::tr("Comment"), HelpText::tr("C")},
            {HelpText::tr("Claim or release"), HelpText::tr("L")},
            {HelpText::tr("Search and filter"), HelpText::tr("F")},
            {HelpText::tr("Open the deal"), HelpText::tr("Enter")},
            {HelpText::tr("Leave the field"), HelpText::tr("Esc")}};
}

} // namespace

void showShortcuts(const QList<QAction *> &actions, QWidget *parent)
{
    auto *dialog = emptyDialog(u"shortcutsDialog"_s, HelpText::tr("Keyboard shortcuts"), parent);
    auto *list = new QTreeWidget;
    list->setObjectName(u"shortcutsList"_s);
    list->setAccessibleName(HelpText::tr("Keyboard shortcuts"));
    list->setHeaderLabels({HelpText::tr("Action"), HelpText::tr("Keys")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    QList<std::pair<QString, QString>> rows;
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            rows.append({action->text().remove(u'&'), action->shortcut().toString(QKeySequence::NativeText)});
    }
    addGroup(list, HelpText::tr("Everywhere"), rows);
    addGroup(list, HelpText::tr("In the inbox"), inboxKeys());
    list->expandAll();
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    dialog->layout()->addWidget(list);
    addCloseButton(dialog);
    dialog->resize(520, 560);
    dialog->open();
}

void showAbout(QWidget *parent)
{
    auto *dialog = emptyDialog(u"aboutDialog"_s, HelpText::tr("About Deal Desk"), parent);
    auto *picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(QSize(64, 64), parent->devicePixelRatioF()));
    auto *title = new QLabel(HelpText::tr("Deal Desk %1").arg(QCoreApplication::applicationVersion()));
    setTextSize(title, TextSize::Heading);
    auto *text = new QLabel(HelpText::tr("Commercial deals from draft to signature.\nIcons: Lucide (ISC licence). Built with Qt %1.")
                                .arg(QLatin1StringView(qVersion())));
    text->setTextFormat(Qt::PlainText);
    for (QWidget *widget : {picture, title, text})
        dialog->layout()->addWidget(widget);
    addCloseButton(dialog);
    dialog->open();
}

} // namespace dealdesk
