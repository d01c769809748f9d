#include "desktop/admin/form_fields.h"

#include "desktop/widgets/error_label.h"

namespace dealdesk {

bool checkFilled(QLineEdit *edit, ErrorLabel *error, const QString &sentence)
{
    const bool filled = !edit->text().trimmed().isEmpty();
    error->showError(edit, filled ? QString() : sentence);
    return filled;
}

} // namespace dealdesk
