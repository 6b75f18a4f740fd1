// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/hidden_passage.h"

#include <array>

namespace model {
namespace {

constexpr std::array words{
    "under a box", "under a picture",     "in the colour of the background", "invisible", "tiny", "outside the page",
    "cut off",     "marked for redaction"};
static_assert(words.size() == static_cast<std::size_t>(lastHiddenReason) + 1);

} // namespace

QString toWord(HiddenReason reason)
{
    return QString::fromLatin1(words[static_cast<std::size_t>(reason)]);
}

std::optional<HiddenReason> hiddenReasonFromWord(const QString &word)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (word == QLatin1String(words[i]))
            return static_cast<HiddenReason>(i);
    }
    return std::nullopt;
}

} // namespace model
