#include "cli/cli_text.h"
#include "cli/server_login.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "services/doctor/doctor.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace dealdesk {

namespace {

constexpr int kShownOfACheck = 10;

void printAsJson(const QList<Finding> &findings)
{
    QJsonArray list;
    for (const Finding &finding : findings)
        list.append(toJson(finding));
    print(QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Indented)).trimmed());
}

/// The faults first; of one check that has found the same about many things only some.
void printForPeople(QList<Finding> findings)
{
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &a, const Finding &b) { return a.severity < b.severity; });
    QHash<QString, int> shown;
    for (const Finding &finding : std::as_const(findings)) {
        if (++shown[finding.check] > kShownOfACheck)
            continue;
        print((finding.severity == Finding::Severity::Fault ? CliText::tr("FAULT   %1") : CliText::tr("advice  %1")).arg(finding.what));
        print(u"        "_s + finding.remedy);
    }
    for (const auto &[check, count] : shown.asKeyValueRange()) {
        if (count > kShownOfACheck)
            print(CliText::tr("… and %n more of the check %1", nullptr, count - kShownOfACheck).arg(check));
    }
    if (findings.isEmpty())
        print(CliText::tr("Everything is as it should be."));
}

} // namespace

int examineServer(const CliOptions &options)
{
    const auto findings = examine(locationOf(options));
    if (!findings) {
        printError(findings.error());
        if (!findings.error().detail.isEmpty())
            printError(u'(' + findings.error().detail + u')');
        return 1;
    }
    if (options.asJson)
        printAsJson(*findings);
    else
        printForPeople(*findings);
    const bool isFaulty = std::any_of(findings->begin(), findings->end(),
                                      [](const Finding &finding) { return finding.severity == Finding::Severity::Fault; });
    return isFaulty ? 1 : 0;
}

} // namespace dealdesk
