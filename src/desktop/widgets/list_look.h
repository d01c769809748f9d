#pragma once

class QTableView;

namespace dealdesk {

/// How tables that list things look and behave everywhere: whole rows, no grid, fixed row height, nothing to edit.
void applyListLook(QTableView *table);

} // namespace dealdesk
