// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catch.h"
#include "tests/support/random_reporter.h"
#include "tests/support/recording_vfs.h"
#include "tests/support/temporary_case.h"

#include "model/session/gestures.h"
#include "model/session/verify.h"

using namespace model;
using namespace model::session;

namespace {

const QString page = QStringLiteral("Alder Bank could read private messages of its users.\nNobody had asked them.");

} // namespace

TEST_CASE("When the disk fills up, a decision is made whole or not at all, and works again once there is room")
{
    RecordingVfs vfs;
    TemporaryCase test(vfs.name());
    const Sha256 sha = test.addDocument(QStringLiteral("memo.pdf"), {page, page});
    CaseFile &file = test.file();
    bool reachedTheEnd = false;
    int refused = 0;
    for (int after = 0; !reachedTheEnd; ++after) {
        CAPTURE(after);
        const Sha256 head = must(file.journalHead());
        const size_t tags = must(file.tagsOfDocument(sha)).size();
        const auto decision =
            must(tagPassage(file, {test.passage(sha, 0, QStringLiteral("Alder Bank")), TagKind::Evidence, QString()}));
        vfs.failWrites(after);
        const auto decided = file.decide(decision);
        reachedTheEnd = !vfs.hasFailed();
        vfs.failWrites(-1);
        if (decided) {
            CHECK(must(file.tagsOfDocument(sha)).size() == tags + 1);
            continue;
        }
        ++refused;
        CHECK(decided.error().kind == ErrorKind::Full);
        CHECK(decided.error().sentence.startsWith(u"The disk is full."));
        CHECK_FALSE(file.isReadOnly());
        CHECK(must(file.journalHead()) == head);
        CHECK(must(file.tagsOfDocument(sha)).size() == tags);
        must(file.decide(decision));
    }
    CHECK(refused > 3);
    CHECK(must(verify(file)).problems == QStringList());
    test.reopen();
    CHECK(must(verify(test.file())).problems == QStringList());
}
