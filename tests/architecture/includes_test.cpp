// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_files.h"
#include "tests/support/catch.h"

#include <QFileInfo>
#include <QRegularExpression>

namespace {

/// The folders of model, from top to bottom: each may use only itself and those before it.
const QStringList modelOrder = {QStringLiteral("base"),    QStringLiteral("domain"),  QStringLiteral("annotate"),
                                QStringLiteral("copies"),  QStringLiteral("reader"),  QStringLiteral("ocr"),
                                QStringLiteral("convert"), QStringLiteral("search"),  QStringLiteral("exchange"),
                                QStringLiteral("store"),   QStringLiteral("journal"), QStringLiteral("intake"),
                                QStringLiteral("session")};

QString folderInModel(const QString &path)
{
    return path.startsWith(u"model/") ? path.section(u'/', 1, 1) : QString();
}

/// Whether Qt's library of that name has a header so called.
bool belongsTo(const char *library, const QString &header)
{
    const QString name = header.section(u'/', -1);
    for (const QString &folder : QStringLiteral(CARVEOUT_QT_HEADERS).split(u'|')) {
        if (QFileInfo::exists(QStringLiteral("%1/%2/%3").arg(folder, QLatin1String(library), name)))
            return true;
    }
    return header.startsWith(QLatin1String(library));
}

bool isHeader(const QString &file)
{
    return file.endsWith(u".h");
}

QStringList offences(const QString &folder, bool (*isOffence)(const Include &))
{
    QStringList found;
    for (const QString &file : sourceFiles(folder)) {
        for (const Include &include : includesOf(file)) {
            if (isOffence(include))
                found << include.file + QStringLiteral(" includes ") + include.header;
        }
    }
    return found;
}

} // namespace

TEST_CASE("the check finds includes at all")
{
    CHECK(sourceFiles(QStringLiteral("model")).size() > 20);
    CHECK(includesOf(QStringLiteral("model/base/result.h")).size() >= 4);
    CHECK(belongsTo("QtWidgets", QStringLiteral("QPushButton")));
    CHECK_FALSE(belongsTo("QtWidgets", QStringLiteral("QString")));
}

TEST_CASE("the model uses no window, no network, and nothing of ui or app")
{
    CHECK(offences(QStringLiteral("model"), [](const Include &include) {
              return include.header.startsWith(u"ui/") || include.header.startsWith(u"app/") ||
                     belongsTo("QtWidgets", include.header) || belongsTo("QtPrintSupport", include.header);
          }).join(u'\n') == QString());
}

TEST_CASE("nothing uses the network library")
{
    for (const QString &folder : {QStringLiteral("model"), QStringLiteral("ui"), QStringLiteral("app")}) {
        CHECK(offences(folder, [](const Include &include) {
                  return belongsTo("QtNetwork", include.header);
              }).join(u'\n') == QString());
    }
}

TEST_CASE("a folder of the model uses only the folders above it")
{
    for (const QString &file : sourceFiles(QStringLiteral("model")))
        CHECK((modelOrder.contains(folderInModel(file)) ? QString() : file) == QString());
    CHECK(offences(QStringLiteral("model"), [](const Include &include) {
              const QString used = folderInModel(include.header);
              return !used.isEmpty() && modelOrder.indexOf(used) > modelOrder.indexOf(folderInModel(include.file));
          }).join(u'\n') == QString());
}

TEST_CASE("the reader uses only base and domain, so that no case can be opened from it")
{
    CHECK(offences(QStringLiteral("model/reader"), [](const Include &include) {
              static const QStringList allowed = {QStringLiteral("base"), QStringLiteral("domain"),
                                                  QStringLiteral("reader")};
              return include.header.startsWith(u"model/") && !allowed.contains(folderInModel(include.header));
          }).join(u'\n') == QString());
}

TEST_CASE("OCR uses only base, domain and the reader's sandbox, and nobody else includes it but its program")
{
    CHECK(offences(QStringLiteral("model/ocr"), [](const Include &include) {
              static const QStringList allowed = {QStringLiteral("base"), QStringLiteral("domain"),
                                                  QStringLiteral("reader"), QStringLiteral("ocr")};
              return include.header.startsWith(u"model/") && !allowed.contains(folderInModel(include.header));
          }).join(u'\n') == QString());
    for (const QString &folder : {QStringLiteral("model"), QStringLiteral("ui"), QStringLiteral("app")}) {
        CHECK(offences(folder, [](const Include &include) {
                  return folderInModel(include.header) == u"ocr" && folderInModel(include.file) != u"ocr" &&
                         include.file != u"app/ocr_main.cpp";
              }).join(u'\n') == QString());
    }
}

TEST_CASE("what lets an office program at documents uses only base, domain and the reader's sandbox")
{
    CHECK(offences(QStringLiteral("model/convert"), [](const Include &include) {
              static const QStringList allowed = {QStringLiteral("base"), QStringLiteral("domain"),
                                                  QStringLiteral("reader"), QStringLiteral("convert")};
              return include.header.startsWith(u"model/") && !allowed.contains(folderInModel(include.header));
          }).join(u'\n') == QString());
}

TEST_CASE("the windows see the session, the domain and decisions, not the store, the reader or the exchange")
{
    CHECK(offences(QStringLiteral("ui"), [](const Include &include) {
              static const QStringList allowed = {QStringLiteral("base"), QStringLiteral("domain"),
                                                  QStringLiteral("session")};
              const QString used = folderInModel(include.header);
              return include.header.startsWith(u"app/") ||
                     (!used.isEmpty() && !allowed.contains(used) && include.header != u"model/journal/decision.h" &&
                      include.header != u"model/journal/journal_entry.h");
          }).join(u'\n') == QString());
}

TEST_CASE("SQLite, Poppler, libarchive, Leptonica and Tesseract are wrapped: no header of ours shows them, and only "
          "their folder uses them")
{
    for (const QString &folder : {QStringLiteral("model"), QStringLiteral("ui"), QStringLiteral("app")}) {
        CHECK(offences(folder, [](const Include &include) {
                  const QString used = folderInModel(include.file);
                  const bool sqlite = include.header == u"sqlite3.h";
                  const bool poppler = include.header.startsWith(u"poppler");
                  const bool archive = include.header == u"archive.h" || include.header == u"archive_entry.h";
                  const bool leptonica = include.header == u"allheaders.h";
                  const bool tesseract = include.header.startsWith(u"tesseract/");
                  return ((sqlite || poppler || archive || leptonica || tesseract) && isHeader(include.file)) ||
                         (sqlite && used != u"store") || (poppler && used != u"reader") ||
                         (archive && used != u"reader" && used != u"session") ||
                         (leptonica && used != u"reader" && used != u"ocr") || (tesseract && used != u"ocr");
              }).join(u'\n') == QString());
    }
}

TEST_CASE("tests check with Catch2 alone: QTest's own checks do not fail a Catch2 test")
{
    static const QRegularExpression macros(
        QStringLiteral("\\bQ(VERIFY|COMPARE|TRY|FAIL|SKIP|EXPECT_FAIL)[A-Z_0-9]*\\s*\\("));
    QStringList found;
    for (const QString &file : sourceFiles(QStringLiteral("tests"))) {
        if (macros.match(sourceText(file)).hasMatch())
            found << file;
    }
    CHECK(found.join(u'\n') == QString());
}

TEST_CASE("every source file says its licence")
{
    QStringList missing;
    for (const QString &folder :
         {QStringLiteral("model"), QStringLiteral("ui"), QStringLiteral("app"), QStringLiteral("tests")}) {
        for (const QString &file : sourceFiles(folder)) {
            if (!sourceText(file).startsWith(u"// SPDX-License-Identifier: GPL-3.0-or-later\n"))
                missing << file;
        }
    }
    CHECK(missing.join(u'\n') == QString());
}
