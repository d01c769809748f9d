#pragma once

#include "presentation/filters/filter_form.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace dealdesk {

/// What filters at the moment, a button each that takes it away, and one that takes all away. Takes no room while nothing filters.
/// Its buttons are named after it: "dealFilterChips" has "dealFilterChip0" and "dealFilterClear".
class FilterChips : public QWidget {
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    void setChips(const QList<FilterChip> &chips);

Q_SIGNALS:
    void removeRequested(int part);
    void clearRequested();

private:
    QHBoxLayout *m_row;
    QToolButton *m_clear;
    QList<QToolButton *> m_buttons;
    QList<FilterChip> m_chips;
};

} // namespace dealdesk
