#pragma once

#include "presentation/deal_editor/deal_editor.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace dealdesk {

class IconLines;
class ReapprovalPanel;

/// On top of the form before a deal goes out where something is open: what happens then, and what is not dealt with. Its first button has
/// the keyboard.
class SubmissionPanel : public QFrame {
    Q_OBJECT

public:
    explicit SubmissionPanel(DealEditor &editor, QWidget *parent = nullptr);

    void takeFocus();

Q_SIGNALS:
    void confirmed();
    void leftAlone();

private:
    QWidget *buildColumns();
    QWidget *buildButtons();
    void showCheck();
    void showOpenThings();

    DealEditor &m_editor;
    QLabel *m_question = nullptr;
    QLabel *m_news = nullptr;
    ReapprovalPanel *m_steps = nullptr;
    QLabel *m_openHeading = nullptr;
    IconLines *m_open = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace dealdesk
