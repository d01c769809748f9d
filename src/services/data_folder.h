#pragma once

#include <QString>

namespace dealdesk {

/// A file in the folder of the user's application data, which is made if need be. The program and dealdeskctl share it: both call
/// nameApplication() first.
QString inDataFolder(const QString &fileName);

/// The database that is opened when none is named.
QString defaultDatabase();

/// Organisation and name as the folder of the application data follows from them.
void nameApplication();

} // namespace dealdesk
