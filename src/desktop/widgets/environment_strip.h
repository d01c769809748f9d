#pragma once

#include "core/environment.h"

#include <QLabel>

namespace dealdesk {

/// A strip across a window that says that its database is not the real one. Hidden for production. The same amber in light and dark, so
/// that nobody overlooks it.
class EnvironmentStrip : public QLabel {
    Q_OBJECT

public:
    explicit EnvironmentStrip(QWidget *parent = nullptr);

    void setEnvironment(Environment environment);
};

} // namespace dealdesk
