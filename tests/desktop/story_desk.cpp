#include "story_desk.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace dealdesk::test {

namespace {

/// Where the keyboard goes: an open list of choices takes it from the field.
QWidget *keyboardOf(QWidget *widget)
{
    QWidget *popup = QApplication::activePopupWidget();
    return popup ? popup : widget;
}

constexpr int kPatienceMs = 60'000;

StartOptions optionsFor(const QString &database)
{
    StartOptions options;
    options.database = database;
    return options;
}

/// What the screen says meanwhile: it is usually why something does not come.
QString messagesOnScreen()
{
    QStringList texts;
    const QWidgetList all = QApplication::allWidgets();
    for (const QWidget *widget : all) {
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label && label->isVisible() && !label->objectName().isEmpty())
            texts += label->objectName() + ": "_L1 + label->text();
    }
    return texts.join(u'\n');
}

} // namespace

QString addressOf(const DatabaseLocation &location)
{
    if (!location.isServer())
        return location.filePath;
    const ServerAddress &at = location.server->hosts.first();
    const QString host = QString::fromLatin1(QUrl::toPercentEncoding(at.host)); // its % must not be taken for a place marker
    return u"postgresql://"_s + host
        + u":%1/%2?sslmode=%3"_s.arg(QString::number(at.port), location.server->database, codeOf(location.server->tls));
}

StoryDesk::StoryDesk(const QString &database) : m_program(std::make_unique<DeskApplication>(optionsFor(database)))
{
    m_program->start();
}

StoryDesk::~StoryDesk() = default;

void StoryDesk::waitUntil(const std::function<bool()> &holds, const QString &otherwise)
{
    if (!QTest::qWaitFor(holds, kPatienceMs))
        qFatal("%s. On the screen:\n%s", qPrintable(otherwise), qPrintable(messagesOnScreen()));
}

QWidget *StoryDesk::find(const QWidget *parent, const QString &name)
{
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (widget->objectName() == name && widget->isVisible() && (!parent || parent->isAncestorOf(widget)))
            return widget;
    }
    return nullptr;
}

void StoryDesk::activate(QWidget *widget)
{
    widget->window()->activateWindow();
    waitUntil([widget] { return widget->isActiveWindow(); }, widget->objectName() + " is in no active window"_L1);
}

void StoryDesk::press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    activate(widget);
    QTest::keyClick(widget, key, modifiers);
}

void StoryDesk::type(QWidget *widget, const QString &text)
{
    for (const QChar letter : text)
        QTest::keyClicks(keyboardOf(widget), letter);
}

void StoryDesk::click(QWidget *widget)
{
    waitUntil([&] { return widget->isEnabled(); }, widget->objectName() + " cannot be pressed"_L1);
    QTest::mouseClick(widget, Qt::LeftButton);
}

void StoryDesk::fill(QWidget *field, const QString &text)
{
    activate(field);
    field->setFocus();
    press(field, Qt::Key_A, Qt::ControlModifier);
    type(field, text);
    QTest::keyClick(keyboardOf(field), Qt::Key_Tab);
}

void StoryDesk::fillCell(QTableView *grid, int row, int column, const QString &text)
{
    const QModelIndex cell = grid->model()->index(row, column);
    grid->scrollTo(cell);
    QTest::mouseClick(grid->viewport(), Qt::LeftButton, {}, grid->visualRect(cell).center());
    QTest::keyClicks(grid, text.left(1));
    auto *edit = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    if (!edit || !grid->isAncestorOf(edit))
        qFatal("no cell opened for “%s”", qPrintable(text));
    type(edit, text.mid(1));
    QTest::keyClick(keyboardOf(edit), Qt::Key_Return);
}

QStringList StoryDesk::column(const QTableView *table, int column)
{
    QStringList texts;
    for (int row = 0; row < table->model()->rowCount(); ++row)
        texts += table->model()->index(row, column).data().toString();
    return texts;
}

void StoryDesk::chooseFile(const QString &dialogName, const QString &path) const
{
    auto *dialog = shown<QFileDialog>(dialogName);
    auto *name = shownIn<QLineEdit>(dialog, u"fileNameEdit"_s);
    fill(name, path);
    press(name, Qt::Key_Return);
}

void StoryDesk::signIn(const QString &username, const QString &password)
{
    fill(shown<QLineEdit>(u"usernameEdit"_s), username);
    auto *field = shown<QLineEdit>(u"passwordEdit"_s);
    QTest::keyClicks(field, password);
    press(field, Qt::Key_Return);
    waitUntil([] { return find(nullptr, u"mainWindow"_s) != nullptr; }, username + " does not get in"_L1);
}

void StoryDesk::signOut()
{
    press(frame(), Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
    waitUntil([] { return find(nullptr, u"passwordEdit"_s) != nullptr; }, u"the sign-in does not come back"_s);
}

} // namespace dealdesk::test
