// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/find.h"

#include "model/session/gestures.h"
#include "model/session/search.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_case.h"

using namespace model;
using namespace model::session;

namespace {

struct Fixture {
    Fixture()
    {
        tag(QStringLiteral("Alder Bank"), TagKind::Partner);
        evidence = tag(QStringLiteral("could read private messages"), TagKind::Evidence);
        must(file.decide(must(linkEvidence(
            file, {evidence, {QStringLiteral("Alder Bank")}, {QStringLiteral("read · messages")}, Stance::Supports}))));
    }
    TagId tag(const QString &words, TagKind kind)
    {
        const auto decision = must(tagPassage(file, {kept.passage(memo, 0, words), kind, {}}));
        must(file.decide(decision));
        return std::get<journal::AddTag>(decision.changes.back()).tag.id;
    }
    Found find(const char *typed) { return must(findInCase(file, QString::fromUtf8(typed), 5)); }
    QStringList completions(const char *query)
    {
        const QString typed = QString::fromUtf8(query);
        QStringList texts;
        for (const QueryCompletion &completion : must(completionsOf(file, typed, typed.size(), 5)))
            texts += typed.left(completion.start) + completion.text + typed.mid(completion.end);
        return texts;
    }

    TemporaryCase kept;
    CaseFile &file = kept.file();
    Sha256 memo =
        kept.addDocument(QStringLiteral("memo.pdf"), {QStringLiteral("Alder Bank could read private messages."),
                                                      QStringLiteral("Nothing of the kind.")});
    TagId evidence = TagId::create();
};

} // namespace

TEST_CASE_METHOD(Fixture, "what is typed is found on pages, in names, cells, tags, notes and titles")
{
    const Found mess = find("mess");
    CHECK(mess.textQuery == QStringLiteral("mess*"));
    REQUIRE(mess.text);
    CHECK(mess.text->total == 1);
    CHECK(mess.partners.empty());
    REQUIRE(mess.permissions.size() == 1);
    CHECK(mess.permissions.front().name == QStringLiteral("read · messages"));
    REQUIRE(mess.findings.size() == 1);
    CHECK(mess.findings.front().partner == QStringLiteral("Alder Bank"));
    CHECK(mess.findings.front().passages == 1);
    REQUIRE(mess.tags.size() == 1);
    CHECK(mess.tags.front().tag.id == evidence);
    CHECK(mess.tags.front().title == QStringLiteral("memo.pdf"));
    CHECK(mess.documents.empty());

    CHECK(find("alder").partners.size() == 1);
    CHECK(find("MEMO").documents.size() == 1);
    CHECK(find("alder read").findings.size() == 1);
    CHECK(find("alder delete").findings.empty());
    CHECK(find(" ").findings.empty());
    CHECK_FALSE(find("\"alder").text);
}

TEST_CASE_METHOD(Fixture, "a partner is found by an alias and by a merged name, and named by its own")
{
    const SubjectId alder = must(file.findSubject(SubjectKind::Partner, QStringLiteral("Alder Bank"))).id;
    must(file.decide({{journal::AddAlias{alder, QStringLiteral("Älder AG")}}}));
    const SubjectId birch = SubjectId::create();
    must(file.decide({{journal::AddSubject{birch, SubjectKind::Partner, QStringLiteral("Birch Alder")},
                       journal::MergeSubject{birch, alder}}}));
    const Found found = find("äLDER");
    REQUIRE(found.partners.size() == 1);
    CHECK(found.partners.front() ==
          FoundSubject{alder, SubjectKind::Partner, QStringLiteral("Alder Bank"), QStringLiteral("Älder AG")});
    REQUIRE(find("birch").partners.size() == 1);
    CHECK(find("birch").partners.front().id == alder);
}

TEST_CASE_METHOD(Fixture, "a note is found with what it stands on, whatever the case of its letters")
{
    const auto note = [&](const NoteTarget &target, const char *text) {
        must(file.decide({{journal::AddNote{{NoteId::create(), target, QString::fromUtf8(text)}}}}));
    };
    note(DocumentPage{memo, 1}, "Ask ÉLODIE about 100 % of this");
    note(evidence, "Élodie wrote it");
    note(WholeCase{}, "nobody");
    const Found found = find("élodie");
    REQUIRE(found.notes.size() == 2);
    for (const FoundNote &one : found.notes) {
        const bool onTag = std::holds_alternative<TagId>(one.note.target);
        CHECK(one.on == (onTag ? QStringLiteral("could read private messages") : QStringLiteral("memo.pdf")));
        CHECK(one.passage.has_value() == onTag);
    }
    CHECK(find("100 %").notes.size() == 1);
    CHECK(find("10_ %").notes.empty());
    CHECK(find("nobody").notes.front().on.isEmpty());
}

TEST_CASE_METHOD(Fixture, "a tag and a note are found over a line's end and however their letters are written")
{
    const QString text =
        QString::fromUtf8("sold to a third\r\n  party, no\u00a0break, pro\ufb01le of Haupt\u017ftra\u00dfe 100\u00a0%");
    memo = kept.addDocument(QStringLiteral("lines.pdf"), {text});
    const TagId lines = tag(text, TagKind::Evidence);
    must(file.decide({{journal::AddNote{{NoteId::create(), WholeCase{}, text}}}}));
    for (const char *typed : {"third party", "A  THIRD", "no break", "profile", "HAUPTSTRASSE", "e 100 %"}) {
        INFO(typed);
        const Found found = find(typed);
        REQUIRE(found.tags.size() == 1);
        CHECK(found.tags.front().tag.id == lines);
        CHECK(found.notes.size() == 1);
    }
    must(file.decide({{journal::AddNote{{NoteId::create(), WholeCase{}, QStringLiteral("ask\n\tthem\nagain")}}}}));
    CHECK(find("ask them again").notes.size() == 1);
    CHECK(find("askthem").notes.empty());
}

TEST_CASE_METHOD(Fixture, "no more of a kind is found than was asked for, evidence before names")
{
    for (int i = 0; i < 9; ++i)
        kept.addDocument(QStringLiteral("letter %1.pdf").arg(i), {QStringLiteral("Alder letter")});
    const Found found = find("letter");
    REQUIRE(found.text);
    CHECK(found.text->total == 9);
    CHECK(found.text->hits.size() == 5);
    CHECK(found.documents.size() == 5);
    const TagId name = tag(QStringLiteral("private"), TagKind::Partner);
    const Found tags = find("private");
    REQUIRE(tags.tags.size() == 2);
    CHECK(tags.tags.front().tag.id == evidence);
    CHECK(tags.tags.back().tag.id == name);
}

TEST_CASE_METHOD(Fixture, "fields and their values complete what is typed")
{
    CHECK(completions("bank par") == QStringList{QStringLiteral("bank partner:")});
    CHECK(completions("bank partner:al") == QStringList{QStringLiteral("bank partner:\"Alder Bank\" ")});
    CHECK(completions("partner:\"al") == QStringList{QStringLiteral("partner:\"Alder Bank\" ")});
    CHECK(completions("partner:") == QStringList{QStringLiteral("partner:\"Alder Bank\" ")});
    CHECK(completions("permission:mes") == QStringList{QStringLiteral("permission:\"read · messages\" ")});
    CHECK(completions("document:") == QStringList{QStringLiteral("document:memo.pdf ")});
    CHECK(completions("document:MEM") == QStringList{QStringLiteral("document:memo.pdf ")});
    CHECK(completions("stance:s") == QStringList{QStringLiteral("stance:supports ")});
    CHECK(completions("read:") == QStringList({QStringLiteral("read:yes "), QStringLiteral("read:no ")}));
    CHECK(completions("bank").isEmpty());
}

TEST_CASE_METHOD(Fixture, "before a document's name is typed, the first ones of the case are offered")
{
    for (int i = 1; i <= 4; ++i)
        kept.addDocument(QStringLiteral("letter-%1.pdf").arg(i), {QStringLiteral("page %1").arg(i)});
    const QString typed = QStringLiteral("document:");
    const auto listed = must(file.documents());
    const auto offered = must(completionsOf(file, typed, typed.size(), 3));
    REQUIRE(offered.size() == 3);
    for (size_t i = 0; i < offered.size(); ++i)
        CHECK(offered[i].shown == listed[i].title);
}

TEST_CASE_METHOD(Fixture, "a completed document is the one that was chosen, whatever its title looks like")
{
    const char *const given = GENERATE(as<const char *>(), "letters a/b", "1", "000000000000", "deadbeef",
                                       "the \"memo\"", "memo", "AC/DC (draft) of May");
    INFO(given);
    const QString title = QString::fromUtf8(given);
    const Sha256 wanted = kept.addDocument(QStringLiteral("x.pdf"), {QStringLiteral("wanted")});
    kept.addDocument(QStringLiteral("deadbeef and the memo of May.pdf"), {QStringLiteral("not wanted")});
    must(file.decide({{journal::RetitleDocument{wanted, title}}}));
    QString typed = QStringLiteral("document:") + title.first(1);
    const auto offered = must(completionsOf(file, typed, typed.size(), 20));
    const auto chosen = std::find_if(offered.begin(), offered.end(), [&title](const QueryCompletion &completion) {
        return QString(completion.shown).remove(u'"') == title.simplified().remove(u'"');
    });
    REQUIRE(chosen != offered.end());
    typed.replace(chosen->start, chosen->end - chosen->start, chosen->text);
    const SearchPage page = must(searchCase(file, typed, 0, 10, SearchOrder::Quickest));
    REQUIRE(page.hits.size() == 1);
    CHECK(page.hits.front().document == wanted);
}
