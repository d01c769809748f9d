#pragma once

#include "domain/deal_draft.h"
#include "domain/field_path.h"
#include "domain/incentive_catalog.h"

#include <QHash>

namespace dealdesk {

/// What stands in the deal editor: the draft, and what was typed where it could not be read. One step of undo is one of these.
struct FormContent {
    DealDraft draft;
    QHash<FieldPath, QString> unreadable;                   ///< as typed; the draft holds nothing at these places
    std::optional<int> followedMonths = kDefaultTermMonths; ///< the end follows the start by so many months; nothing once the end
                                                            ///< was set to anything but whole months

    friend bool operator==(const FormContent &, const FormContent &) = default;
};

/// The content of a stored draft, its end following its start where it does so now.
FormContent contentOf(const DealDraft &draft);

/// Puts text, as typed or pasted, into one field: its value where it can be read, else the text beside an empty value. Catalogue names
/// are matched without regard to case; an option alone brings its category along, and a changed category drops what does not belong to
/// it. Enumerations are not entered as text.
void applyInput(FormContent &content, const FieldPath &path, const QString &text, const IncentiveCatalog &catalog);

/// The reverse: the text that an editor of this field starts with.
QString inputText(const FormContent &content, const FieldPath &path);

} // namespace dealdesk
