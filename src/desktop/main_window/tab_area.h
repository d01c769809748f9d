#pragma once

#include "core/ids.h"
#include "desktop/main_window/sections.h"

#include <QHash>
#include <QTabWidget>

class QStackedWidget;

namespace dealdesk {

/// What is open: the first tab is the section chosen in the sidebar, the others are deals and editors. Tabs take their text from the
/// page's windowTitle, with a dot while windowModified. They close with a middle click and can be put in another order.
class TabArea : public QTabWidget {
    Q_OBJECT

public:
    /// The page's property that holds its key.
    static constexpr auto kKeyProperty = "tabKey";

    explicit TabArea(QWidget *parent = nullptr);

    /// Nothing until it was added.
    [[nodiscard]] QWidget *sectionPage(Section section) const { return m_sections.value(section); }
    void addSection(Section section, QWidget *page);
    void showSection(Section section);
    /// Nothing while a deal or an editor is in front.
    [[nodiscard]] std::optional<Section> currentSection() const;
    /// The section of the first tab, in front or not.
    [[nodiscard]] Section shownSection() const;

    /// `key` finds the page again: "deal:12", "editor:12"; empty for one that cannot be found yet. The page may change it.
    void addPage(QWidget *page, const QString &key, const QIcon &icon);
    /// Shows the page with this key; false when there is none.
    bool showPage(const QString &key);
    /// Of the open pages, in the order of the tabs.
    [[nodiscard]] QStringList keys() const;
    /// What the user sees: the section's page, or the tab's.
    [[nodiscard]] QWidget *currentPage() const;
    /// Takes the page out and deletes it, unless it is a section.
    void closePage(QWidget *page);
    /// Takes the page out and leaves it to the caller.
    void takePage(QWidget *page);

Q_SIGNALS:
    /// The user wants the page gone; the frame asks or calls closePage().
    void closeRequested(QWidget *page);
    void currentPageChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void nameTab(QWidget *page);

    QStackedWidget *m_sectionStack = nullptr;
    QHash<Section, QWidget *> m_sections;
};

} // namespace dealdesk
