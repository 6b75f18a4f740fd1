// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/revisions.h"

#include "model/reader/answers.h"
#include "model/reader/document_device.h"

#include <QByteArray>
#include <QByteArrayMatcher>

#include <algorithm>

namespace model::reader {
namespace {

constexpr qint64 blockSize = qint64(1) << 20;
constexpr qint64 longestEnd = 64; // "startxref", a number, "%%EOF" and line ends
/// Bytes that may follow the last mark without making a state of their own.
constexpr qint64 slack = 1024;

/// Whether "startxref" and a place in the file stand before the mark: the part for the first page of a file made for
/// the web, which is no state of it, gives none.
bool hasTable(const QByteArray &before)
{
    constexpr QByteArrayView word("startxref");
    const qsizetype at = before.lastIndexOf(word);
    return at >= 0 && before.mid(at + word.size()).trimmed().toLongLong() > 0;
}

} // namespace

std::vector<qint64> earlierRevisions(DocumentDevice &device)
{
    const QByteArrayMatcher mark(QByteArrayLiteral("%%EOF"));
    std::vector<qint64> ends;
    for (qint64 start = 0; start < device.size() && ends.size() < maximumRevisions; start += blockSize) {
        // A mark that begins in the block may end in the next one.
        const QByteArray block = device.bytesAt(start, blockSize + longestEnd);
        for (qsizetype at = mark.indexIn(block); at >= 0 && at < blockSize; at = mark.indexIn(block, at + 1)) {
            const qint64 place = start + at;
            const qint64 before = std::max<qint64>(place - longestEnd, 0);
            if (!hasTable(device.bytesAt(before, place - before)))
                continue;
            qint64 end = place + 5;
            for (const char byte : block.mid(at + 5, 2)) {
                if (byte != '\r' && byte != '\n')
                    break;
                ++end;
            }
            ends.push_back(end);
        }
    }
    if (!ends.empty() && device.size() - ends.back() <= slack)
        ends.pop_back();
    return ends;
}

} // namespace model::reader
