// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/catch.h"
#include "tests/support/pdf_builder.h"

#include <QJsonArray>
#include <QJsonObject>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

QByteArray memo(const char *amount, double top)
{
    PdfPage page;
    for (const QByteArray &line :
         {QByteArray("The reading room was shut for a week in spring because water had come"),
          QByteArray("through the roof, and the shelves under it were moved to the cellar"),
          QByteArray("where they stood until the roofers had been paid ") + amount + " crowns for their work"})
        page.lines.push_back({60, top += 20, line});
    PdfFile file;
    file.pages = {page};
    return pdfBytes(file);
}

/// A memo, the memo made anew, the memo with another sum, and something else.
struct Filled {
    Filled()
    {
        REQUIRE(program.run(s("new"), {s("--holder"), s("Fernbank")}).status == 0);
        program.put(s("leak/a.pdf"), memo("90", 72));
        program.put(s("leak/b.pdf"), memo("90", 90));
        program.put(s("leak/c.pdf"), memo("120", 72));
        PdfFile other;
        other.pages.resize(1);
        other.pages[0].lines.push_back({60, 90, QByteArray("Nothing of the kind")});
        program.put(s("leak/d.pdf"), pdfBytes(other));
        const Outcome imported = program.run(s("import"), {program.folder() + s("/leak")});
        INFO(imported.errors.toStdString());
        REQUIRE(imported.status == 0);
    }
    QStringList groups() const
    {
        QStringList all;
        for (const QJsonValue &group : program.run(s("copies"), {s("--json")}).json().array()) {
            QStringList files;
            for (const QJsonValue &member : group.toArray())
                files += member.toObject()[s("file")].toString().section(u'.', 0, 0) + u'=' +
                         member.toObject()[s("why")].toString();
            files.sort();
            all += files.join(u'|');
        }
        return all;
    }

    Program program;
};

} // namespace

TEST_CASE("an import finds copies, and the command line lists, splits and joins them")
{
    const Filled filled;
    REQUIRE(filled.groups().size() == 1);
    CHECK(filled.groups()[0].count(s("=first")) == 1);
    CHECK(filled.groups()[0].split(u'|').size() == 3);
    CHECK(filled.program.run(s("copies")).output.contains("a.pdf"));
    CHECK_FALSE(filled.program.run(s("copies")).output.contains("d.pdf"));

    CHECK(filled.program.run(s("copies"), {s("--split"), s("c.pdf")}).status == 0);
    CHECK(filled.groups()[0].split(u'|').size() == 2);
    CHECK(filled.program.run(s("copies"), {s("--split"), s("c.pdf")}).status == 1);
    CHECK(filled.program.run(s("copies"), {s("--join"), s("d.pdf"), s("c.pdf")}).status == 0);
    CHECK(filled.groups().contains(s("c=first|d=decided")));
    CHECK(filled.program.run(s("undo")).status == 0);
    CHECK(filled.program.run(s("undo")).status == 0);
    CHECK(filled.groups()[0].split(u'|').size() == 3);
    CHECK(filled.program.run(s("verify")).status == 0);
}

TEST_CASE("the command line prints where two documents differ")
{
    const Filled filled;
    const QJsonArray found =
        filled.program.run(s("copies"), {s("--diff"), s("a.pdf"), s("c.pdf"), s("--json")}).json().array();
    REQUIRE(found.size() == 1);
    CHECK(found[0].toObject()[s("removed")].toString() == u"90");
    CHECK(found[0].toObject()[s("added")].toString() == u"120");
    CHECK(filled.program.run(s("copies"), {s("--diff"), s("a.pdf"), s("c.pdf")}).output.contains("[120]"));
    CHECK(filled.program.run(s("copies"), {s("--diff"), s("a.pdf"), s("b.pdf")}).errors.contains("the same words"));
}

TEST_CASE("what is asked of copies must make sense")
{
    const Filled filled;
    CHECK(filled.program.run(s("copies"), {s("--join"), s("a.pdf")}).status == 2);
    CHECK(filled.program.run(s("copies"), {s("--split"), s("a.pdf"), s("b.pdf")}).status == 2);
    CHECK(filled.program.run(s("copies"), {s("--split"), s("--diff"), s("a.pdf"), s("b.pdf")}).status == 2);
    CHECK(filled.program.run(s("copies"), {s("a.pdf")}).status == 2);
    CHECK(filled.program.run(s("copies"), {s("--split"), s("z.pdf")}).status == 1);
}
