// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/catch.h"
#include "tests/support/shared_folder.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

#include <map>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// Files of one ending.
struct Row {
    int files = 0;
    int read = 0;
    int pages = 0;
    std::map<QString, int> refused; ///< by reason
    std::map<QString, int> kinds;   ///< of those read
};

QString counted(const std::map<QString, int> &counts)
{
    QStringList parts;
    for (const auto &[word, count] : counts)
        parts += s("%1 %2").arg(count).arg(word);
    return parts.join(s(", "));
}

QString tableOf(const std::map<QString, Row> &rows)
{
    QString table = s("ending   files  read  pages  read as; refused as\n");
    for (const auto &[ending, row] : rows) {
        table += s("%1 %2 %3 %4  %5; %6\n")
                     .arg(ending, -8)
                     .arg(row.files, 5)
                     .arg(row.read, 5)
                     .arg(row.pages, 6)
                     .arg(counted(row.kinds), counted(row.refused));
    }
    return table;
}

} // namespace

TEST_CASE("of a mixed bundle every mail and text ends as pages, or refused with a reason")
{
    const Program program;
    REQUIRE(program.run(s("new"), {s("--holder"), s("A")}).status == 0);
    const Outcome imported = program.run(s("import"), {*sharedFolder() + s("/pdf-corpus/mixed/dev")});
    INFO(imported.errors.toStdString());
    CHECK((imported.status == 0 || imported.status == 3));

    std::map<QString, Row> chosen;
    std::map<QString, Row> inside; // of mails and archives
    QStringList refused;
    for (const QJsonValue &document : program.run(s("documents"), {s("--json")}).json().array()) {
        const QString origin = document[s("origin")].toString();
        const QString ending = QFileInfo(origin).suffix().toLower();
        Row &row = origin.count(QLatin1Char('/')) > 1 ? inside[ending] : chosen[ending];
        ++row.files;
        if (document[s("state")].toString() == s("read")) {
            ++row.read;
            row.pages += document[s("pages")].toInt();
            ++row.kinds[document[s("kind")].toString()];
            CHECK(document[s("pages")].toInt() > 0);
        } else {
            ++row.refused[document[s("reason")].toString()];
            refused += origin + s(": ") + document[s("sentence")].toString();
            // Office documents, where LibreOffice is not installed.
            const bool waits = document[s("reason")].toString() == s("needs LibreOffice");
            CHECK(document[s("state")].toString() == (waits ? s("waiting") : s("refused")));
            CHECK_FALSE(document[s("sentence")].toString().isEmpty());
        }
    }
    WARN("chosen\n"
         << tableOf(chosen).toStdString() << "\ninside mails and archives\n"
         << tableOf(inside).toStdString());
    INFO(refused.join(QLatin1Char('\n')).toStdString());
    for (const char *ending : {"eml", "txt", "csv", "html", "md"}) {
        CAPTURE(ending);
        const Row &row = chosen[s(ending)];
        int empty = 0;
        for (const auto &[reason, count] : row.refused)
            empty += reason == s("empty") ? count : 0;
        CHECK(row.read + empty == row.files);
    }
    CHECK(chosen[s("eml")].read > 30);
}
