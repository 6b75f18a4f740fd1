// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/page/page_view.h"

class QMenu;

namespace ui::review {

class SuggestionReview;
class Tagging;

/// The context menu of the page: what the keys do with the selected words, the selected tag or the chosen suggestion.
/// Belongs to the view; goes when it closes.
QMenu *makePageMenu(page::PageView &view, page::PageView::MenuOn on, const Tagging &tagging,
                    const SuggestionReview &suggestions);

} // namespace ui::review
