#pragma once

#include <QString>

namespace dealdesk::test {

/// A file or folder under tests/data: dataPath(u"incentive-catalog.json"_s).
QString dataPath(const QString &name);

/// A file of the real data kept beside the checkout (in the folder that DEALDESK_SHARED_DATA names, else ../shared/data). It may not be
/// there: a test that wants it skips.
QString sharedDataPath(const QString &name);

/// A file or folder of the source tree: sourcePath(u"src/domain"_s).
QString sourcePath(const QString &name = {});

/// A program of this build, with the platform's suffix: programPath(u"dealdeskctl"_s).
QString programPath(const QString &name);

} // namespace dealdesk::test
