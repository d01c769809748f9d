#pragma once

#include <QStringList>

namespace dealdesk::test {

/// The layers of docs/architecture.md, as folders of src/.
QStringList layerNames();

/// Everything in one source file that its layer forbids, each as "path:line: what is wrong". `path` is relative to the source tree
/// and begins with "src/<layer>/". Included are other layers, Qt modules, and in core and domain whatever is not a plain value.
QStringList forbiddenIn(const QString &path, const QString &text);

/// The Qt module that a header belongs to ("QtGui" for "QColor" and "QtGui/QColor"), from the headers that this build uses; empty
/// for what is not Qt's.
QString qtModuleOf(const QString &header);

} // namespace dealdesk::test
