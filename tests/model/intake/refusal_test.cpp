// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/refusal.h"

#include "model/intake/taking.h"
#include "tests/support/catch.h"

using namespace model;
using namespace model::intake;

TEST_CASE("each way in which a reader fails has its reason")
{
    const auto reason = [](ErrorKind kind) { return refusalFor({kind, QStringLiteral("why")}).reason; };
    CHECK(reason(ErrorKind::NeedsPassword) == RefusalReason::Encrypted);
    CHECK(reason(ErrorKind::Unsupported) == RefusalReason::NotSupported);
    CHECK(reason(ErrorKind::TooLarge) == RefusalReason::TooLarge);
    CHECK(reason(ErrorKind::TimedOut) == RefusalReason::TimedOut);
    CHECK(reason(ErrorKind::Crashed) == RefusalReason::ReaderCrashed);
    CHECK(reason(ErrorKind::Unsafe) == RefusalReason::Unsafe);
    CHECK(reason(ErrorKind::Damaged) == RefusalReason::Damaged);
    CHECK(refusalFor({ErrorKind::Damaged, QStringLiteral("why")}).sentence == QStringLiteral("why"));
}

TEST_CASE("archives are known by their names, whatever the case")
{
    for (const char *name : {"a.zip", "A.ZIP", "a.tar", "a.tar.gz", "a.tgz", "a.tar.xz", "b/c.txz"})
        CHECK(isArchiveName(QString::fromLatin1(name)));
    for (const char *name : {"a.docx", "zip", "a.zip.pdf", "a.gz", "a.xz"})
        CHECK_FALSE(isArchiveName(QString::fromLatin1(name)));
}
