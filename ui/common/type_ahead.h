// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractItemView;

namespace ui {

/// Letters typed into `view` no longer jump to the row that begins so: where letters are commands, one that is none
/// must do nothing. Keys with Ctrl, Alt or Meta, and Space, stay what they are. To be called before the view gets
/// filters of its own, which then come first.
void stopTypeAhead(QAbstractItemView &view);

} // namespace ui
