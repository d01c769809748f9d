#pragma once

#include "desktop/app/desk_application.h"

#include <QApplication>
#include <QTableView>
#include <QTest>

namespace dealdesk::test {

/// What --database takes: a file's path, or the URL of a server without the person.
QString addressOf(const DatabaseLocation &location);

/// One who sits in front of the program: finds what shows by its object name, and uses keyboard and mouse. Waits for what is on its way;
/// what does not come ends the test program, since the story cannot go on without it.
class StoryDesk {
public:
    /// Starts the program on a database, as main() does.
    explicit StoryDesk(const QString &database);
    ~StoryDesk();

    void signIn(const QString &username, const QString &password);
    void signOut();

    /// The frame.
    [[nodiscard]] QWidget *frame() const { return shown<QWidget>(QStringLiteral("mainWindow")); }

    template<typename W>
    [[nodiscard]] W *shown(const QString &name) const
    {
        return shownIn<W>(nullptr, name);
    }
    /// The same within another widget.
    template<typename W>
    [[nodiscard]] W *shownIn(const QWidget *parent, const QString &name) const
    {
        W *found = nullptr;
        waitUntil([&] { return (found = qobject_cast<W *>(find(parent, name))) != nullptr; }, QStringLiteral("%1 does not show").arg(name));
        return found;
    }

    /// Waits until it holds; ends the program with `otherwise` if it never does.
    static void waitUntil(const std::function<bool()> &holds, const QString &otherwise);

    /// Keyboard shortcuts work in the active window only.
    static void activate(QWidget *widget);
    static void press(QWidget *widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    static void type(QWidget *widget, const QString &text);
    static void click(QWidget *widget);
    /// Into a field, replacing what stands there, and leaves it with Tab.
    static void fill(QWidget *field, const QString &text);
    /// Clicks a cell of a grid and types into it, as into a spreadsheet.
    static void fillCell(QTableView *grid, int row, int column, const QString &text);
    /// The texts of a column, top to bottom.
    static QStringList column(const QTableView *table, int column);
    /// Types a path into the file dialog of that name.
    void chooseFile(const QString &dialogName, const QString &path) const;

private:
    static QWidget *find(const QWidget *parent, const QString &name);

    std::unique_ptr<DeskApplication> m_program;
};

} // namespace dealdesk::test
