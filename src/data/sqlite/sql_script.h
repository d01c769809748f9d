#pragma once

#include <QString>
#include <QStringList>

namespace dealdesk {

/// The statements of a script, one by one as the driver wants them, without the semicolon that ends each. Knows strings, quoted names,
/// comments, and the BEGIN … END of a trigger (with CASE … END inside). Comments between statements are left out.
QStringList statementsOf(const QString &script);

} // namespace dealdesk
