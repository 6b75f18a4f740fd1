// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/copies/word_text.h"

#include <QByteArray>

#include <array>
#include <cstdint>

namespace model::copies {

/// What a document with fewer words than this is compared by: nothing, for a stamp or a title says nothing.
inline constexpr qsizetype fewestWords = 8;
/// What a document with fewer words is compared by: only whether another has the very same words.
inline constexpr qsizetype fewestForSketch = 20;

/// A text in 256 bytes, from which can be told how many of their word shingles two texts share: the minimum of a random
/// order of its shingles in each of 256 parts of all shingles, of which a byte is kept.
///
/// Broder 1997 (On the resemblance and containment of documents: shingles, minima); Li, Owen and Zhang 2012 (one
/// permutation hashing); Shrivastava 2017 (optimal densification: what stands in for an empty part); Li and König 2010
/// (b-bit minwise hashing); Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3 (bands).
class Sketch final {
public:
    static constexpr int size = 256;
    static constexpr int bandRows = 3; ///< texts that share 30 % of their shingles meet in a band nine times in ten
    static constexpr int bands = size / bandRows;
    static constexpr size_t shingleWords = 3;

    /// Of at least `shingleWords` words.
    explicit Sketch(const std::vector<std::uint64_t> &keys);
    /// `bytes` as bytes() gave them; others make a sketch that resembles nothing in particular.
    explicit Sketch(const QByteArray &bytes);

    QByteArray bytes() const;
    std::uint32_t band(int index) const;
    /// An estimate of the Jaccard coefficient of the sets of shingles.
    double resemblance(const Sketch &other) const;

private:
    std::array<std::uint8_t, size> m_bytes = {};
};

/// What is remembered of a document's text to find its copies by.
struct TextSignature {
    qint64 words = 0;
    QByteArray same;   ///< equal for the same words in the same order; empty where there are too few
    QByteArray sketch; ///< bytes of a Sketch; empty where there are too few words
};

/// `pages`: how many the document has. Where there are hardly any words on a page, the words are not what the document
/// consists of, and it is compared by nothing.
TextSignature signatureOf(const WordText &text, qsizetype pages);

} // namespace model::copies
