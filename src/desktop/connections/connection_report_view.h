#pragma once

#include "services/connections/connection_test.h"

#include <QWidget>

class QVBoxLayout;

namespace dealdesk {

/// What "Test connection" found, line by line: a picture, what it is, and what to do about it. Hidden while there is nothing.
class ConnectionReportView : public QWidget {
    Q_OBJECT

public:
    explicit ConnectionReportView(QWidget *parent = nullptr);

    void show(const ConnectionReport &report);

private:
    void addLine(const ConnectionFinding &finding, int number);

    QVBoxLayout *m_lines = nullptr;
};

} // namespace dealdesk
