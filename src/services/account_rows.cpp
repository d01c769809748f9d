#include "services/account_rows.h"

namespace dealdesk {

AccountRow accountFrom(const Query &row)
{
    AccountRow account;
    account.actor.id = UserId(row.integer(0));
    account.actor.username = row.text(1);
    account.actor.displayName = row.text(2);
    account.actor.role = fromCode<Role>(row.text(3)).value_or(Role::Seller);
    account.actor.department = fromCode<Department>(row.text(4));
    account.actor.approvalLevel = row.text(5);
    account.actor.approvalRank = row.isNull(6) ? -1 : static_cast<int>(row.integer(6));
    account.actor.isActive = row.flag(7);
    account.mustChangePassword = row.flag(8);
    account.verifier = row.text(9);
    return account;
}

} // namespace dealdesk
