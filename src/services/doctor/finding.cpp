#include "services/doctor/finding.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

QJsonObject toJson(const Finding &finding)
{
    const QString severity = finding.severity == Finding::Severity::Fault ? u"fault"_s : u"advice"_s;
    return {{u"check"_s, finding.check}, {u"severity"_s, severity}, {u"what"_s, finding.what}, {u"remedy"_s, finding.remedy}};
}

} // namespace dealdesk
