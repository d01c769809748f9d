#pragma once

#include <QIcon>
#include <QWidget>

namespace dealdesk {

/// A picture without meaning of its own (screen readers skip it), drawn anew in the palette's colours at each paint.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    /// `size` in device-independent pixels.
    explicit IconLabel(int size, QWidget *parent = nullptr);

    void setIcon(const QIcon &icon);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
    int m_size;
};

} // namespace dealdesk
