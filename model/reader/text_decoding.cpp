// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/text_decoding.h"

#include <algorithm>
#include <array>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

namespace model::reader {
namespace {

// More would not make a better guess, only a slower one.
constexpr qsizetype bytesToGuessFrom = 64 * 1024;
constexpr int32_t leastConfidence = 25; // of 100

struct ConverterEnd {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
struct DetectorEnd {
    void operator()(UCharsetDetector *detector) const { ucsdet_close(detector); }
};
using Converter = std::unique_ptr<UConverter, ConverterEnd>;

/// What pages and mails call Latin-1, or do not name at all, is what Windows writes.
QByteArray asWritten(QByteArray name)
{
    const QByteArray lower = name.toLower();
    if (lower == "iso-8859-1" || lower == "iso8859-1" || lower == "latin1" || lower == "us-ascii" || lower == "ascii")
        return "windows-1252";
    if (lower == "iso-8859-9")
        return "windows-1254";
    if (lower == "gb2312" || lower == "gbk")
        return "gb18030";
    if (lower == "ks_c_5601-1987" || lower == "euc-kr")
        return "windows-949";
    if (lower == "shift_jis" || lower == "shift-jis" || lower == "sjis")
        return "windows-31j";
    return name;
}

QString converted(UConverter *converter, QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    std::array<UChar, 16 * 1024> buffer;
    const char *from = bytes.data();
    const char *const end = from + bytes.size();
    for (;;) {
        UErrorCode fault = U_ZERO_ERROR;
        UChar *to = buffer.data();
        ucnv_toUnicode(converter, &to, buffer.data() + buffer.size(), &from, end, nullptr, true, &fault);
        text.append(reinterpret_cast<const QChar *>(buffer.data()), to - buffer.data());
        if (fault != U_BUFFER_OVERFLOW_ERROR)
            return text;
    }
}

struct Mark {
    QByteArrayView bytes;
    const char *encoding;
};

/// The mark some programs put at the start. UTF-32 first: its little end begins as that of UTF-16.
const Mark *markOf(QByteArrayView bytes)
{
    static const std::array marks{
        Mark{QByteArrayView("\xef\xbb\xbf"), "UTF-8"}, Mark{QByteArrayView("\xff\xfe\0\0", 4), "UTF-32LE"},
        Mark{QByteArrayView("\0\0\xfe\xff", 4), "UTF-32BE"}, Mark{QByteArrayView("\xff\xfe"), "UTF-16LE"},
        Mark{QByteArrayView("\xfe\xff"), "UTF-16BE"}};
    const auto found = std::find_if(marks.begin(), marks.end(), [bytes](const Mark &mark) {
        return bytes.size() >= mark.bytes.size() && bytes.first(mark.bytes.size()) == mark.bytes;
    });
    return found == marks.end() ? nullptr : &*found;
}

/// UTF-16 without a mark: nearly every other byte of a text in an alphabet is zero.
const char *sixteenBitsOf(QByteArrayView bytes)
{
    const qsizetype pairs = std::min<qsizetype>(bytes.size(), 4096) / 2;
    qsizetype evenZeros = 0;
    qsizetype oddZeros = 0;
    for (qsizetype i = 0; i < pairs; ++i) {
        evenZeros += bytes[2 * i] == '\0' ? 1 : 0;
        oddZeros += bytes[2 * i + 1] == '\0' ? 1 : 0;
    }
    if (pairs < 2 || (evenZeros + oddZeros) * 3 < pairs * 2)
        return nullptr;
    if (evenZeros == 0 || oddZeros > 20 * evenZeros)
        return "UTF-16LE";
    return oddZeros == 0 || evenZeros > 20 * oddZeros ? "UTF-16BE" : nullptr;
}

QByteArray guessed(QByteArrayView bytes)
{
    UErrorCode fault = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, DetectorEnd> detector(ucsdet_open(&fault));
    const QByteArrayView some = bytes.first(std::min(bytes.size(), bytesToGuessFrom));
    ucsdet_setText(detector.get(), some.data(), static_cast<int32_t>(some.size()), &fault);
    const UCharsetMatch *const match = ucsdet_detect(detector.get(), &fault);
    if (U_FAILURE(fault) || !match || ucsdet_getConfidence(match, &fault) < leastConfidence)
        return "windows-1252";
    const QByteArray name = ucsdet_getName(match, &fault);
    // UTF-8 with a mistake in it is still that; there are too few zeros for the wider ones.
    return name.startsWith("UTF-16") || name.startsWith("UTF-32") ? QByteArray("windows-1252") : asWritten(name);
}

/// An encoding that writes all letters in seven bits and shifts between alphabets, which would pass for ASCII. Empty
/// when it is none of those.
QByteArray shiftingEncodingOf(QByteArrayView bytes, const QByteArray &claimed)
{
    const auto shifts = [](const QByteArray &name) {
        return name.startsWith("iso-2022") || name.startsWith("utf-7") || name.startsWith("hz-");
    };
    if (shifts(claimed.toLower()))
        return claimed;
    if (!bytes.contains('\x1b'))
        return {};
    const QByteArray likely = guessed(bytes);
    return shifts(likely.toLower()) ? likely : QByteArray();
}

} // namespace

std::optional<QString> decodedAs(QByteArrayView bytes, const QByteArray &encoding)
{
    UErrorCode fault = U_ZERO_ERROR;
    const Converter converter(ucnv_open(asWritten(encoding.trimmed()).constData(), &fault));
    if (U_FAILURE(fault) || !converter)
        return std::nullopt;
    return converted(converter.get(), bytes);
}

DecodedText decodedText(QByteArrayView bytes, const QByteArray &claimed)
{
    const auto named = [](QByteArrayView some, const QByteArray &encoding) {
        return DecodedText{decodedAs(some, encoding).value_or(QString()), QString::fromLatin1(asWritten(encoding))};
    };
    if (const Mark *const mark = markOf(bytes))
        return named(bytes.sliced(mark->bytes.size()), mark->encoding);
    if (const char *const sixteen = sixteenBitsOf(bytes))
        return named(bytes, sixteen);
    if (const QByteArray shifting = shiftingEncodingOf(bytes, claimed); !shifting.isEmpty())
        return named(bytes, shifting);
    if (bytes.isValidUtf8())
        return {QString::fromUtf8(bytes), QStringLiteral("UTF-8")};
    if (!claimed.isEmpty()) {
        if (auto text = decodedAs(bytes, claimed))
            return {*std::move(text), QString::fromLatin1(asWritten(claimed))};
    }
    return named(bytes, guessed(bytes));
}

bool looksLikeText(QByteArrayView start)
{
    if (start.isEmpty() || markOf(start))
        return !start.isEmpty();
    const bool isSixteenBits = sixteenBitsOf(start) != nullptr;
    const auto isOdd = [isSixteenBits](char byte) {
        const auto value = static_cast<unsigned char>(byte);
        return (value < 0x20 && value != '\t' && value != '\n' && value != '\r' && value != '\f' && value != 0x1b &&
                value != '\b' && !(value == 0 && isSixteenBits)) ||
               value == 0x7f;
    };
    if (start.contains('\0') && !isSixteenBits)
        return false;
    // A stray control character does not make a text a program.
    return std::count_if(start.begin(), start.end(), isOdd) * 50 <= start.size();
}

} // namespace model::reader
