#pragma once

#include "desktop/main_window/sections.h"
#include "presentation/app_context.h"

class QWidget;

namespace dealdesk {

/// Makes the pages that the frame shows; the only place of the frame that knows them all.
namespace pages {

/// Keys of open pages, see TabArea.
QString dealKey(DealId deal);
QString editorKey(DealId deal);

QWidget *section(Section section, const AppContext &context);
QWidget *deal(const AppContext &context, DealId deal);
QWidget *newDeal(const AppContext &context, DraftType type);
QWidget *editor(const AppContext &context, DealId deal);
/// The editor with what was typed and not saved when the program ended.
QWidget *restoredEditor(const AppContext &context, const JournalEntry &entry);
void import(const AppContext &context, QWidget *parent);

} // namespace pages

} // namespace dealdesk
