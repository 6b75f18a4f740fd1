// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/redaction_label.h"
#include "tests/support/catch.h"

using namespace model::reader;

TEST_CASE("what programs write into the boxes of redactions is a label")
{
    for (const char16_t *label :
         {u"Redacted", u"PRIVILEGED", u"Attorney-Client Privilege", u"(b)(6)", u"(b)(7)(C), b(6)", u"Filed Under Seal",
          u"Confidential – Subject to Protective Order"})
        CHECK(isRedactionLabel(label));
}

TEST_CASE("other words are none, nor are those that only stand beside labels")
{
    for (const char16_t *text :
         {u"not", u"B6", u"client", u"Redacted for Brightwater", u"the privilege of members", u"", u" - "})
        CHECK_FALSE(isRedactionLabel(text));
}
