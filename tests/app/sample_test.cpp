// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/catch.h"
#include "tests/support/strict_csv.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace {

const QString sample = QStringLiteral(CARVEOUT_SOURCE_DIR "/resources/sample");

QByteArray contents(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Neither white space nor hyphens count when a quote is looked for on a page.
QString squeezed(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (!c.isSpace() && c != u'-' && c != QChar(0x00ad) && c != QChar(0x2010))
            result += c;
    }
    return result;
}

/// What pdftotext finds on the page, in both of its orders.
QString pageByPdftotext(const QString &pdf, int page)
{
    QString text;
    for (const QStringList &order : {QStringList(), QStringList(QStringLiteral("-raw"))}) {
        const Outcome outcome =
            runProgram(QStringLiteral("pdftotext"),
                       order + QStringList{QStringLiteral("-f"), QString::number(page), QStringLiteral("-l"),
                                           QString::number(page), pdf, QStringLiteral("-")});
        REQUIRE(outcome.status == 0);
        text += squeezed(QString::fromUtf8(outcome.output));
    }
    return text;
}

QHash<QString, QString> pdfByHash()
{
    QHash<QString, QString> pdfs;
    for (const QFileInfo &file : QDir(sample + QStringLiteral("/bundle")).entryInfoList(QDir::Files))
        pdfs.insert(QString::fromLatin1(
                        QCryptographicHash::hash(contents(file.filePath()), QCryptographicHash::Sha256).toHex()),
                    file.filePath());
    return pdfs;
}

} // namespace

TEST_CASE(
    "the sample bundle goes from PDFs to its true matrix and to a CSV whose every quote stands on the page it names")
{
    const Program program;
    const Outcome made = program.run(QStringLiteral("sample"), {});
    INFO(made.errors.toStdString());
    REQUIRE(made.status == 0);

    QHash<QString, QJsonObject> cells;
    for (const QJsonValue &cell : program.run(QStringLiteral("matrix"), {QStringLiteral("--json")}).json().array())
        cells.insert(cell[u"partner"].toString() + u'|' + cell[u"permission"].toString(), cell.toObject());
    const QJsonArray findings =
        QJsonDocument::fromJson(contents(sample + QStringLiteral("/gold.json"))).object()[u"findings"].toArray();
    REQUIRE(findings.size() >= 60);
    CHECK(cells.size() == findings.size());
    for (const QJsonValue &finding : findings) {
        const QString name = finding[u"partner"].toString() + u'|' + finding[u"permission"].toString();
        INFO(name.toStdString());
        const QJsonObject cell = cells.value(name);
        CHECK(cell[u"verdict"].toString() == finding[u"verdict"].toString());
        CHECK(cell[u"period_from"].toString() == finding[u"period_from"].toString());
        CHECK(cell[u"period_to"].toString() == finding[u"period_to"].toString());
        for (const char *stance : {"supports", "denies", "ended", "planned", "context"})
            CHECK(cell[QLatin1String(stance)].toInt() == finding[u"stances"][QLatin1String(stance)].toInt());
    }

    const QString csv = program.folder() + QStringLiteral("/evidence.csv");
    REQUIRE(
        program.run(QStringLiteral("export"), {csv, QStringLiteral("--layout"), QStringLiteral("evidence")}).status ==
        0);
    const auto rows = parseStrictCsv(contents(csv));
    REQUIRE(rows);
    REQUIRE(rows->size() > 300);
    CHECK(rows->front().join(u',') ==
          QStringLiteral(
              "partner,permission,stance,verdict,period_from,period_to,quote,title,file,page,page_label,sha256,"
              "reviewer,decided_at,bates"));
    const QHash<QString, QString> pdfs = pdfByHash();
    QHash<QString, QString> read;
    const auto textOf = [&](const QString &sha, int page) {
        const QString place = sha + u' ' + QString::number(page);
        if (!read.contains(place))
            read.insert(place, pageByPdftotext(pdfs.value(sha), page));
        return read.value(place);
    };
    int overBreaks = 0;
    for (auto row = rows->begin() + 1; row != rows->end(); ++row) {
        const QString sha = row->at(11);
        const int page = row->at(9).toInt();
        REQUIRE(pdfs.contains(sha));
        INFO(row->join(u',').toStdString());
        const QString words = squeezed(withoutDefusing(row->at(6)));
        if (textOf(sha, page).contains(words))
            continue;
        // It runs on: what stands between the two pages is not quoted.
        ++overBreaks;
        bool isFound = false;
        for (qsizetype cut = 1; cut < words.size() && !isFound; ++cut)
            isFound = textOf(sha, page).contains(words.left(cut)) && textOf(sha, page + 1).contains(words.mid(cut));
        CHECK(isFound);
        CHECK_FALSE(words.contains(u"Inventedsample"));
    }
    CHECK(overBreaks > 0);
    CHECK(program.run(QStringLiteral("verify")).status == 0);
}
