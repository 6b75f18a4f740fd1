// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/scan_wire.h"

#include "model/reader/answers.h"
#include "model/reader/wire.h"

#include <algorithm>
#include <cmath>

namespace model::reader {
namespace {

constexpr int maximumDpi = 10'000;
constexpr double steepest = 45;

bool isSound(const PageScan &scan)
{
    return scan.width > 0 && scan.height > 0 && scan.width <= PageScan::maximumSide &&
           scan.height <= PageScan::maximumSide && scan.dpi > 0 && scan.dpi <= maximumDpi &&
           scan.pixels.size() == qsizetype(scan.width) * scan.height && scan.pixels.size() <= PageScan::maximumPixels;
}

} // namespace

QByteArray encodeScan(const PageScan &scan)
{
    WireWriter writer;
    for (const int number : {scan.width, scan.height, scan.dpi})
        writer.u32(static_cast<quint32>(number));
    writer.bytes(scan.pixels);
    return writer.written();
}

Result<PageScan> decodeScan(QByteArrayView bytes)
{
    WireReader reader(bytes);
    PageScan scan;
    for (int *number : {&scan.width, &scan.height, &scan.dpi})
        *number = static_cast<int>(reader.u32());
    scan.pixels = reader.bytes(PageScan::maximumPixels);
    if (!reader.finished() || !isSound(scan))
        return senseless(QStringLiteral("scan does not decode"));
    return scan;
}

QByteArray encodeRecognised(const RecognisedPage &page)
{
    WireWriter writer;
    writer.u8(static_cast<quint8>(page.turns));
    writer.f64(page.skew);
    writer.bytes(
        QByteArrayView(page.layout.confidences.data(), static_cast<qsizetype>(page.layout.confidences.size())));
    writer.bytes(encodePageLayout(page.layout));
    return writer.written();
}

Result<RecognisedPage> decodeRecognised(QByteArrayView bytes)
{
    WireReader reader(bytes);
    RecognisedPage page;
    page.turns = reader.u8();
    page.skew = reader.f64();
    const QByteArray confidences = reader.bytes(bytes.size());
    const QByteArray layout = reader.bytes(bytes.size());
    if (!reader.finished() || page.turns > 3 || std::abs(page.skew) > steepest)
        return senseless(QStringLiteral("recognised page does not decode"));
    auto decoded = decodePageLayout(layout);
    if (!decoded)
        return decoded.error();
    page.layout = *std::move(decoded);
    const bool percent =
        std::all_of(confidences.begin(), confidences.end(), [](char one) { return static_cast<quint8>(one) <= 100; });
    if (!percent || static_cast<std::size_t>(confidences.size()) != page.layout.boxes.size())
        return senseless(QStringLiteral("confidences of other words"));
    page.layout.confidences.assign(confidences.begin(), confidences.end());
    return page;
}

} // namespace model::reader
