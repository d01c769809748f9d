#include "desktop/widgets/message_box.h"

#include "desktop/theme/icons.h"
#include "desktop/theme/theme.h"

#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {
constexpr int kPictureSize = 32;
} // namespace

MessageBox::MessageBox(QWidget *parent) : QMessageBox(parent)
{
    setObjectName(u"messageBox"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setTextFormat(Qt::PlainText);
}

MessageBox *MessageBox::ask(QWidget *parent, const Confirmation &question, std::function<void()> accepted)
{
    auto *box = new MessageBox(parent);
    box->setWindowTitle(question.title);
    box->setAccessibleName(question.title);
    box->setText(question.text);
    box->setInformativeText(question.explanation);
    box->setIconPixmap(toneIcon(question.destructive ? Tone::Caution : Tone::Info).pixmap(kPictureSize, kPictureSize));

    auto *accept = box->addButton(question.acceptText, question.destructive ? DestructiveRole : AcceptRole);
    accept->setObjectName(u"messageBoxAccept"_s);
    accept->setAccessibleName(QString(question.acceptText).remove(u'&'));
    auto *cancel = box->addButton(Cancel);
    cancel->setObjectName(u"messageBoxCancel"_s);
    cancel->setAccessibleName(tr("Cancel"));
    cancel->setIcon({});
    setThemeRole(accept, question.destructive ? "danger" : "primary");
    box->setDefaultButton(question.destructive ? cancel : accept);
    box->setEscapeButton(cancel);

    connect(accept, &QPushButton::clicked, box, [asker = QPointer(parent), accepted = std::move(accepted)] {
        if (asker)
            accepted();
    });
    box->open();
    return box;
}

} // namespace dealdesk
