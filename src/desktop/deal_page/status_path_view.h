#pragma once

#include "presentation/deal_page/status_path.h"

#include <QWidget>

namespace dealdesk {

/// The way of a deal as a line of stations: done ones ticked, the present one in the colour of its meaning, the others ahead.
class StatusPathView : public QWidget {
    Q_OBJECT

public:
    explicit StatusPathView(QWidget *parent = nullptr);

    void setPath(const QList<PathStep> &path);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<PathStep> m_path;
};

} // namespace dealdesk
