// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"
#include "model/base/unit_rectangle.h"

#include <QString>

#include <optional>

namespace model {

/// Why words of a file are not seen on its page. MarkedForRedaction: they are seen, but were meant to be made black.
enum class HiddenReason {
    UnderBox,
    UnderPicture,
    BackgroundColour,
    Invisible,
    Tiny,
    OutsidePage,
    CutOff,
    MarkedForRedaction
};
inline constexpr HiddenReason lastHiddenReason = HiddenReason::MarkedForRedaction;

/// Words of one line that whoever made the file hid, or meant to hide.
struct HiddenPassage {
    TextRange range;    ///< of the page's text
    UnitRectangle area; ///< where they stand; flat at the page's edge for words outside of it
    HiddenReason reason = HiddenReason::UnderBox;

    friend bool operator==(const HiddenPassage &, const HiddenPassage &) = default;
};

QString toWord(HiddenReason reason); ///< "under a box", "outside the page", ...
std::optional<HiddenReason> hiddenReasonFromWord(const QString &word);

} // namespace model
