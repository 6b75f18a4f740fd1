// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/word_breaker.h"

#include <QByteArray>

#include <string_view>
#include <vector>

namespace model::search {

/// The text of one page, as UTF-8, and the part of it between its running heads.
struct PageBody {
    QByteArray text;
    std::size_t start = 0; ///< bytes
    std::size_t end = 0;
};

/// Finds where the body of `page` starts and ends: without the lines at its top and bottom, up to three each, that its
/// neighbours (up to two pages before and behind) have in the same place, page numbers apart.
PageBody bodyOf(const QByteArray &page, const std::vector<QByteArray> &neighbours);
/// `bodyOf` for one of several pages of a document, in order.
PageBody bodyAmong(const std::vector<QByteArray> &pages, std::size_t index);

/// A word near a page break.
struct JointWord {
    QByteArray word;
    char side = 0; ///< one of beforeBreak, behindBreak, acrossBreak
    bool opensPosition = true;
    std::size_t start = 0; ///< bytes of the page it stands on; of the first one when it is hyphenated over the break
    std::size_t end = 0;
};

/// The last words of `page` and the first ones of `next`, at most wordsAtJoint positions of each, as if there were no
/// break between them. Empty when one of them has no word.
std::vector<JointWord> jointWords(const PageBody &page, const PageBody &next, WordBreaker &breaker);
inline constexpr int wordsAtJoint = 24;

/// These words as the index of page joints takes them: apart by blanks, marked by side, with jointSamePosition in front
/// of those that open no position.
QByteArray jointText(const std::vector<JointWord> &words);
inline constexpr char jointSamePosition = '|';

} // namespace model::search
