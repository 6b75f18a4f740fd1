// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/known_names.h"

#include "model/session/gestures.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

TEST_CASE("The permissions in use are known by their aliases and by those merged into them, and no others")
{
    TemporaryCase kept;
    const QString words = QStringLiteral("reads mail, opens inboxes, sees posts");
    const Sha256 memo = kept.addDocument(QStringLiteral("memo.pdf"), {words});
    const auto tag = [&](const QString &quote, const QString &name) {
        must(kept.file().decide(
            must(tagPassage(kept.file(), {kept.passage(memo, 0, quote), TagKind::Permission, name}))));
    };
    const auto id = [&](const QString &name) {
        return must(kept.file().findSubject(SubjectKind::Permission, name)).id;
    };
    const auto known = [&] {
        QStringList names;
        for (const store::PermissionName &one : must(store::permissionNames(kept.file().database())))
            names.append(one.shown + u'/' + one.name);
        return names;
    };
    CHECK(known().isEmpty());
    tag(QStringLiteral("reads mail"), QStringLiteral("Inbox access"));
    tag(QStringLiteral("opens inboxes"), QStringLiteral("read · private messages"));
    const SubjectId inbox = id(QStringLiteral("Inbox access"));
    must(kept.file().decide({{journal::AddAlias{inbox, QStringLiteral("mail reading")}}}));
    CHECK(known() == QStringList{QStringLiteral("Inbox access/Inbox access"),
                                 QStringLiteral("Inbox access/mail reading"),
                                 QStringLiteral("read · private messages/read · private messages")});
    must(kept.file().decide({{journal::MergeSubject{id(QStringLiteral("read · private messages")), inbox}}}));
    CHECK(known() == QStringList{QStringLiteral("Inbox access/Inbox access"),
                                 QStringLiteral("Inbox access/mail reading"),
                                 QStringLiteral("Inbox access/read · private messages")});
    tag(QStringLiteral("sees posts"), QStringLiteral("read · posts"));
    CHECK(known().size() == 4);
    must(kept.file().undo());
    CHECK(known().size() == 3);
}
