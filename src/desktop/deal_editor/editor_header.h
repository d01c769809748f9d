#pragma once

#include "presentation/deal_editor/deal_editor.h"

#include <QFrame>

class QAction;
class QLabel;
class QPushButton;
class QToolButton;

namespace dealdesk {

class ElidedLabel;
class StatusChip;

/// The bar across the top of the editor: which deal, how far it is saved, and what to do with it.
class EditorHeader : public QFrame {
    Q_OBJECT

public:
    explicit EditorHeader(DealEditor &editor, QWidget *parent = nullptr);

Q_SIGNALS:
    void saveRequested();
    void submitRequested();

private:
    void addButtons();
    QPushButton *addButton(const QString &name, const QString &text, const QString &toolTip);
    QToolButton *addTool(const QString &name, QLatin1StringView iconName, const QString &toolTip);
    void showState();

    DealEditor &m_editor;
    ElidedLabel *m_title = nullptr;
    QLabel *m_reference = nullptr;
    StatusChip *m_status = nullptr;
    ElidedLabel *m_saveState = nullptr;
    QToolButton *m_undo = nullptr;
    QToolButton *m_redo = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_submit = nullptr;
};

} // namespace dealdesk
