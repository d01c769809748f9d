#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace dealdesk {

/// A framed group with an optional title; put the content into body(), small controls beside the title into header().
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    explicit Card(const QString &title, QWidget *parent = nullptr);

    /// Also the accessible name, unless one was set.
    void setTitle(const QString &title);
    [[nodiscard]] QVBoxLayout *body() const { return m_body; }
    [[nodiscard]] QHBoxLayout *header() const { return m_header; }

private:
    QLabel *m_title = nullptr;
    QHBoxLayout *m_header = nullptr;
    QVBoxLayout *m_body = nullptr;
};

} // namespace dealdesk
