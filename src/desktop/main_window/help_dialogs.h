#pragma once

class QAction;
class QWidget;

#include <QList>

namespace dealdesk {

/// A window-modal list of every action that has a shortcut, and of the inbox's single keys.
void showShortcuts(const QList<QAction *> &actions, QWidget *parent);

void showAbout(QWidget *parent);

} // namespace dealdesk
