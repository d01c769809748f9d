#pragma once

#include <QWidget>

#include <functional>

class QAbstractItemModel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace dealdesk {

/// A table of records with a search field and buttons; a double click or Enter edits. Names of the parts start with `name`.
class RecordPage : public QWidget {
    Q_OBJECT

public:
    /// `newText` is the button for a new record, with mnemonic; empty where there can be none.
    RecordPage(const QString &name, QAbstractItemModel *records, const QString &newText, QWidget *parent = nullptr);
    /// What the button for the current record says instead of "Edit…", with mnemonic.
    void setEditText(const QString &text, const QIcon &icon);
    /// Whether the current record can be edited; all can by default.
    void setEditable(std::function<bool(int row)> isEditable);

Q_SIGNALS:
    void newRequested();
    void editRequested(int row); ///< of the records

private:
    void editCurrent();
    void enable();

    QSortFilterProxyModel *m_shown = nullptr;
    QLineEdit *m_search = nullptr;
    QTableView *m_table = nullptr;
    QPushButton *m_edit = nullptr;
    std::function<bool(int)> m_isEditable;
};

} // namespace dealdesk
