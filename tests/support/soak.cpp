#include "support/soak.h"

#include <QtGlobal>

namespace dealdesk::test {

int rounds(int everyTime, int inSoak)
{
    return qEnvironmentVariableIsSet("DEALDESK_SOAK") ? inSoak : everyTime;
}

} // namespace dealdesk::test
