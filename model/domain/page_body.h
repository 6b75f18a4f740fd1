// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"

#include <QStringView>

#include <map>

namespace model {

/// Texts of pages of one document, by page index from 0; not every page need be there.
using PageTexts = std::map<int, QStringView>;

/// How far before and behind a page its running lines are looked for, in pages.
inline constexpr int pagesNear = 2;

/// The text of one of these pages without its running head and foot: without up to three lines at either edge that
/// pages near it have in the same place, word for word but for numbers that count on with the pages. Two of the pages
/// near must have them where three or more are known. Stricter than what a search may pass over: what is left out here
/// is left out of quotes. The whole page where nothing would be left.
TextRange pageBody(int pageIndex, const PageTexts &pages);

} // namespace model
