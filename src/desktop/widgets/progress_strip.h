#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTimer;

namespace dealdesk {

/// Long work: what goes on, how far, and a way to stop it. Appears only once the work has lasted a moment, so quick answers
/// do not flicker. Parts: "<objectName>Text", "<objectName>Bar", "<objectName>Cancel".
class ProgressStrip : public QWidget {
    Q_OBJECT

public:
    explicit ProgressStrip(QWidget *parent = nullptr);

    /// `cancellable` false hides the button.
    void start(const QString &text, bool cancellable = true);
    /// In any unit, bytes or rows; a total of 0 means that no end is known.
    void setProgress(qint64 done, qint64 total);
    void setText(const QString &text);
    void finish();
    [[nodiscard]] bool isRunning() const { return m_running; }

Q_SIGNALS:
    void cancelRequested();

private:
    bool m_running = false;
    QLabel *m_text = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_cancel = nullptr;
    QTimer *m_delay = nullptr;
};

} // namespace dealdesk
