#pragma once

#include "presentation/connections/connection_drafts.h"

#include <QDialog>

class QListView;
class QPushButton;

namespace dealdesk {

class Banner;
class ConnectionForm;

/// The connections of this machine: a list at the left, the one that is selected in a form at the right. Changes stay while others are
/// looked at, and are asked about when the dialog closes.
class ConnectionsDialog : public QDialog {
    Q_OBJECT

public:
    /// Window-modal; deletes itself when closed.
    static ConnectionsDialog *open(ConnectionList *list, const QString &selected, QWidget *parent);

    void select(const QString &id);
    void reject() override;

Q_SIGNALS:
    /// Saved, and to be connected to now.
    void connectRequested(const QString &id);

private:
    ConnectionsDialog(ConnectionList *list, QWidget *parent);
    void build();
    [[nodiscard]] QWidget *listSide();
    [[nodiscard]] QPushButton *addButton(const QString &name, const QString &text, void (ConnectionsDialog::*slot)());
    void showSelected();
    void showState();
    void addNew();
    void duplicate();
    void askToRemove();
    void saveSelected();
    void connectToSelected();
    bool save();
    void adopt(const Result<QString> &made);
    [[nodiscard]] QString selected() const;

    ConnectionDrafts m_drafts;
    QListView *m_view = nullptr;
    ConnectionForm *m_form = nullptr;
    Banner *m_banner = nullptr;
    QPushButton *m_new = nullptr;
    QPushButton *m_duplicate = nullptr;
    QPushButton *m_remove = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_connect = nullptr;
};

} // namespace dealdesk
