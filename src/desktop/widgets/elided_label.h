#pragma once

#include <QLabel>

namespace dealdesk {

/// Plain text on one line that ends in an ellipsis where it does not fit; the whole text is the tooltip then.
class ElidedLabel : public QLabel {
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr);
    explicit ElidedLabel(const QString &text, QWidget *parent = nullptr);

    void setElideMode(Qt::TextElideMode mode);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QString shownText() const;

    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace dealdesk
