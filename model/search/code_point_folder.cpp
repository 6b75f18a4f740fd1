// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/search/code_point_folder.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>

namespace model::search {
namespace {

/// Letters that no decomposition leads to the plain letter a reporter would type.
constexpr std::array<std::pair<char32_t, const char *>, 9> plainLetters = {{{U'æ', "ae"},
                                                                            {U'ð', "d"},
                                                                            {U'ø', "o"},
                                                                            {U'đ', "d"},
                                                                            {U'ħ', "h"},
                                                                            {U'ı', "i"},
                                                                            {U'ł', "l"},
                                                                            {U'œ', "oe"},
                                                                            {U'ŧ', "t"}}};

bool isWordCharacter(UChar32 codePoint)
{
    constexpr std::uint32_t wordMask = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK | U_GC_CO_MASK;
    return (U_GET_GC_MASK(codePoint) & wordMask) != 0;
}

/// Accents of scripts in which a word is the same word without them. Vowel signs of Thai or Hindi are no accents, and a
/// voiced kana is another letter.
bool isAccent(UChar32 codePoint)
{
    if ((U_GET_GC_MASK(codePoint) & (U_GC_MN_MASK | U_GC_ME_MASK)) == 0 || codePoint == 0x3099 || codePoint == 0x309A)
        return false;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(codePoint, &status)) {
    case USCRIPT_INHERITED:
    case USCRIPT_COMMON:
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_CYRILLIC:
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_SYRIAC:
        return true;
    default:
        return false;
    }
}

bool needsDictionary(UChar32 codePoint)
{
    if ((U_GET_GC_MASK(codePoint) & (U_GC_L_MASK | U_GC_M_MASK | U_GC_NL_MASK)) == 0)
        return false;
    for (const UScriptCode script :
         {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI, USCRIPT_LAO, USCRIPT_KHMER, USCRIPT_MYANMAR})
        if (uscript_hasScript(codePoint, script))
            return true;
    return false;
}

CharacterClass classOf(UChar32 codePoint)
{
    // A zero-width space marks where a word ends; Arabic's stretching line is decoration.
    if (codePoint == 0x200B)
        return CharacterClass::Separator;
    if (codePoint == 0x0640 || isAccent(codePoint) ||
        u_hasBinaryProperty(codePoint, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
        return CharacterClass::Ignored;
    if (!isWordCharacter(codePoint))
        return CharacterClass::Separator;
    if (needsDictionary(codePoint))
        return CharacterClass::Dictionary;
    const std::uint32_t category = U_GET_GC_MASK(codePoint);
    if ((category & U_GC_M_MASK) != 0)
        return CharacterClass::Mark;
    // Conjoining jamo make up a syllable together.
    const int syllable = u_getIntPropertyValue(codePoint, UCHAR_HANGUL_SYLLABLE_TYPE);
    if (syllable == U_HST_LEADING_JAMO || syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO)
        return CharacterClass::Mark;
    return (category & U_GC_N_MASK) != 0 ? CharacterClass::Number : CharacterClass::Letter;
}

std::string foldedText(UChar32 codePoint)
{
    const int digit = u_charDigitValue(codePoint);
    if (digit >= 0)
        return std::string(1, static_cast<char>('0' + digit));
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString original(codePoint);
    const icu::UnicodeString folded = icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(original, status);
    const icu::UnicodeString apart = icu::Normalizer2::getNFDInstance(status)->normalize(folded, status);
    icu::UnicodeString bare;
    bool onlyWord = true;
    for (int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
        const UChar32 part = apart.char32At(at);
        if (isAccent(part))
            continue;
        onlyWord = onlyWord && isWordCharacter(part);
        const auto plain = std::find_if(plainLetters.begin(), plainLetters.end(), [part](const auto &entry) {
            return static_cast<UChar32>(entry.first) == part;
        });
        if (plain != plainLetters.end())
            bare.append(icu::UnicodeString::fromUTF8(plain->second));
        else
            bare.append(part);
    }
    // "1/2" as one sign would turn into "12": better keep the sign.
    icu::UnicodeString result = onlyWord ? icu::Normalizer2::getNFCInstance(status)->normalize(bare, status) : original;
    std::string utf8;
    result.toUTF8String(utf8);
    return utf8;
}

FoldedCodePoint foldedOf(UChar32 codePoint)
{
    FoldedCodePoint result;
    result.kind = classOf(codePoint);
    if (result.kind == CharacterClass::Separator || result.kind == CharacterClass::Ignored)
        return result;
    std::string text = foldedText(codePoint);
    if (text.size() > result.utf8.size()) {
        text.clear();
        icu::UnicodeString(codePoint).toUTF8String(text);
    }
    result.length = static_cast<std::uint8_t>(text.size());
    std::copy(text.begin(), text.end(), result.utf8.begin());
    return result;
}

} // namespace

void CodePointFolder::fill(std::size_t block)
{
    m_blocks[block] = std::make_unique<Block>();
    for (std::size_t i = 0; i < 256; ++i)
        (*m_blocks[block])[i] = foldedOf(static_cast<UChar32>(block * 256 + i));
}

} // namespace model::search
