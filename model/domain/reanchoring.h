// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/passage.h"

#include <functional>
#include <optional>

namespace model {

/// Where the words of a passage are now, after the text of its page or pages changed: found by the quote itself; else
/// by the quote with other white space; else by words that differ in no more than a character in six. Of several places
/// the one that has most of the same before and behind it. Nothing where they are in no such place. `textOf` gives the
/// page's text now.
std::optional<Passage> reanchored(const Passage &passage, const std::function<QString(int pageIndex)> &textOf);

/// Whether the quote stands where the passage says.
bool isInPlace(const Passage &passage, const std::function<QString(int pageIndex)> &textOf);

} // namespace model
