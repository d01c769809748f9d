#pragma once

class QCoreApplication;

namespace dealdesk {

/// Qt's own texts and ours in the user's language; English has a file of its own for the plural forms.
void installTranslations(QCoreApplication &application);

} // namespace dealdesk
