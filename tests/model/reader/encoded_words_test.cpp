// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/encoded_words.h"

#include "tests/support/catch.h"

using namespace model::reader;

TEST_CASE("encoded words are read wherever they stand in a header")
{
    const auto decoded = [](const char *raw) { return decodedHeader(raw).toStdString(); };
    CHECK(decoded("plain, as it is") == "plain, as it is");
    CHECK(decoded("=?utf-8?B?w4RyZ2VyIG1pdA==?=\r\n =?utf-8?B?IGRlbiBQYXJ0bmVybg==?=") == "Ärger mit den Partnern");
    CHECK(decoded("Re: =?iso-8859-1?Q?Caf=E9_=28two=29?= now") == "Re: Café (two) now");
    CHECK(decoded("\"=?utf-8*de?q?=C3=A4?=\" <a@alder.example>") == "\"ä\" <a@alder.example>");
    // Parted in the middle of a letter.
    CHECK(decoded("=?utf-8?Q?=C3?= =?utf-8?Q?=A4?=") == "ä");
    CHECK(decoded("=?utf-8?Q?a?= =?windows-1251?Q?=C4?=") == "aД");
    CHECK(decoded("Caf\xe9") == "Café");
    CHECK(decoded("=?utf-8?Q?never closed") == "=?utf-8?Q?never closed");
}
