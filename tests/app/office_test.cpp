// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/sha256.h"
#include "tests/app/program.h"
#include "tests/support/catch.h"
#include "tests/support/office_stand_in.h"
#include "tests/support/pdf_builder.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QScopeGuard>

namespace {

const QByteArray letter = "{\\rtf1\\ansi The grant to Larkspur.}";

QJsonObject listed(const Program &program)
{
    return program.run(QStringLiteral("documents"), {QStringLiteral("--json")}).json().array().at(0).toObject();
}

} // namespace

TEST_CASE("an office document waits without LibreOffice, and is read by the import after it was installed")
{
    const QByteArray path = qgetenv("PATH");
    const auto restore = qScopeGuard([&path] { qputenv("PATH", path); });
    const Program program;
    const QString file = program.put(QStringLiteral("letter.bin"), letter);
    REQUIRE(program.run(QStringLiteral("new"), {QStringLiteral("--holder"), QStringLiteral("Fernbank")}).status == 0);

    qputenv("PATH", "/nowhere");
    const Outcome without = program.run(QStringLiteral("import"), {file});
    CHECK(without.status == 3);
    CHECK(without.errors.contains("1 document of an office program is not read yet"));
    CHECK(without.errors.contains("apt install libreoffice-writer-nogui"));
    QJsonObject document = listed(program);
    CHECK(document.value(QStringLiteral("kind")) == QStringLiteral("office"));
    CHECK(document.value(QStringLiteral("state")) == QStringLiteral("waiting"));
    CHECK(document.value(QStringLiteral("reason")) == QStringLiteral("needs LibreOffice"));
    CHECK(program.run(QStringLiteral("documents")).output.contains("needs LibreOffice"));
    const Outcome text = program.run(QStringLiteral("text"), {QStringLiteral("1"), QStringLiteral("1")});
    CHECK(text.status == 1);
    CHECK(text.errors.contains("LibreOffice"));

    const OfficeStandIn office("cp \"$here/answer.pdf\" \"$made\"");
    office.put(QStringLiteral("answer.pdf"), pdfOfLines({"The grant to Larkspur."}));
    qputenv("PATH", office.folder().toLocal8Bit());
    CHECK(program.run(QStringLiteral("import")).status == 0);
    document = listed(program);
    CHECK(document.value(QStringLiteral("state")) == QStringLiteral("read"));
    CHECK(document.value(QStringLiteral("kind")) == QStringLiteral("office"));
    CHECK(document.value(QStringLiteral("sha256")) == model::Sha256::of(letter).toHex());
    CHECK(document.value(QStringLiteral("converted_by")) == QStringLiteral("Office 1.2.3"));
    CHECK(program.run(QStringLiteral("text"), {QStringLiteral("1"), QStringLiteral("1")})
              .output.contains("The grant to Larkspur."));
    CHECK(program.run(QStringLiteral("verify")).status == 0);
}
