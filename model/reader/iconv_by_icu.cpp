// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/iconv_by_icu.h"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string>

#include <iconv.h>
#include <unicode/ucnv.h>

namespace {

struct ConverterEnd {
    void operator()(UConverter *converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterEnd>;

struct Conversion {
    Converter from;
    Converter to;
};

/// Without what may follow the name: "//TRANSLIT".
Converter openConverter(const char *name)
{
    const std::string bare(name, std::strcspn(name, "/"));
    UErrorCode fault = U_ZERO_ERROR;
    Converter converter(ucnv_open(bare.empty() ? "UTF-8" : bare.c_str(), &fault));
    if (U_FAILURE(fault))
        return {};
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &fault);
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &fault);
    return converter;
}

std::size_t failed(int reason)
{
    errno = reason;
    return static_cast<std::size_t>(-1);
}

/// Writes a character; false when there is no room for it.
bool write(UConverter *converter, UChar32 character, char **to, std::size_t *room, UErrorCode *fault)
{
    UChar units[2];
    int32_t length = 0;
    if (character < 0x10000) {
        units[length++] = static_cast<UChar>(character);
    } else {
        units[length++] = static_cast<UChar>(0xd7c0 + (character >> 10));
        units[length++] = static_cast<UChar>(0xdc00 + (character & 0x3ff));
    }
    char bytes[32];
    char *end = bytes;
    const UChar *source = units;
    ucnv_fromUnicode(converter, &end, bytes + sizeof bytes, &source, units + length, nullptr, false, fault);
    const auto written = static_cast<std::size_t>(end - bytes);
    if (U_FAILURE(*fault))
        return true;
    if (written > *room)
        return false;
    std::memcpy(*to, bytes, written);
    *to += written;
    *room -= written;
    return true;
}

} // namespace

void model::reader::convertByIcu() {}

// Standing in the program itself, these come before those of the C library.
extern "C" {

__attribute__((visibility("default"))) iconv_t iconv_open(const char *to, const char *from)
{
    auto conversion = std::make_unique<Conversion>(Conversion{openConverter(from), openConverter(to)});
    if (conversion->from && conversion->to)
        return conversion.release();
    errno = EINVAL;
    return reinterpret_cast<iconv_t>(-1);
}

__attribute__((visibility("default"))) int iconv_close(iconv_t given)
{
    delete static_cast<Conversion *>(given);
    return 0;
}

__attribute__((visibility("default"))) std::size_t iconv(iconv_t given, char **from, std::size_t *left, char **to,
                                                         std::size_t *room)
{
    auto *const conversion = static_cast<Conversion *>(given);
    if (!from || !*from) {
        ucnv_reset(conversion->from.get());
        ucnv_reset(conversion->to.get());
        return 0;
    }
    while (*left > 0) {
        const char *at = *from;
        UErrorCode fault = U_ZERO_ERROR;
        const UChar32 character = ucnv_getNextUChar(conversion->from.get(), &at, *from + *left, &fault);
        if (fault == U_INDEX_OUTOFBOUNDS_ERROR) {
            // Only a change of state was left.
            *left -= static_cast<std::size_t>(at - *from);
            *from += at - *from;
            return 0;
        }
        if (U_FAILURE(fault)) {
            ucnv_resetToUnicode(conversion->from.get());
            return failed(fault == U_TRUNCATED_CHAR_FOUND ? EINVAL : EILSEQ);
        }
        if (!write(conversion->to.get(), character, to, room, &fault))
            return failed(E2BIG);
        if (U_FAILURE(fault)) {
            ucnv_resetFromUnicode(conversion->to.get());
            return failed(EILSEQ);
        }
        *left -= static_cast<std::size_t>(at - *from);
        *from += at - *from;
    }
    return 0;
}
}
