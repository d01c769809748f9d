#include "domain/reapproval.h"

using namespace Qt::StringLiterals;

namespace dealdesk {

QString approverCode(Approver approver)
{
    return approver ? codeOf(*approver) : u"business"_s;
}

} // namespace dealdesk
