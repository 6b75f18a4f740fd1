// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"
#include "tests/support/catch.h"
#include "tests/support/shared_folder.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QThread>

#include <algorithm>
#include <set>

namespace {

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

/// The readers that live now, by their process ids.
std::set<QString> livingReaders()
{
    std::set<QString> readers;
    for (const QString &id : QDir(s("/proc")).entryList(QDir::Dirs)) {
        QFile name(s("/proc/%1/comm").arg(id));
        if (name.open(QIODevice::ReadOnly) && name.readAll().startsWith("carveout-reader"))
            readers.insert(id);
    }
    return readers;
}

QString refusedText(const QJsonArray &documents)
{
    QStringList lines;
    for (const QJsonValue &document : documents) {
        if (document[s("state")].toString() != s("read"))
            lines += document[s("file")].toString() + s(": ") + document[s("reason")].toString();
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

TEST_CASE("every document of the corpus ends read, or refused with a reason, and no reader is left behind")
{
    const QString folder = GENERATE(QStringLiteral("hostile"), QStringLiteral("ordinary"));
    CAPTURE(folder);
    const std::set<QString> before = livingReaders();
    const Program program;
    REQUIRE(program.run(s("new"), {s("--holder"), s("A")}).status == 0);
    const QString corpus = *sharedFolder() + s("/pdf-corpus/") + folder + s("/dev");
    const Outcome imported = program.run(s("import"), {corpus, s("--no-ocr")});
    INFO(imported.errors.toStdString());
    CHECK((imported.status == 0 || imported.status == 3));

    const QJsonArray documents = program.run(s("documents"), {s("--json")}).json().array();
    CHECK(documents.size() > 20);
    INFO(refusedText(documents).toStdString());
    int read = 0;
    for (const QJsonValue &document : documents) {
        const QString state = document[s("state")].toString();
        if (folder == s("ordinary") && document[s("file")].toString().endsWith(s(".pdf")))
            CHECK(state == s("read"));
        CHECK((state == s("read") || state == s("refused")));
        if (state == s("refused")) {
            CHECK_FALSE(document[s("reason")].toString().isEmpty());
            CHECK_FALSE(document[s("sentence")].toString().isEmpty());
        } else {
            ++read;
        }
    }
    CHECK(read > documents.size() / 2);
    // Readers of other tests may come and go meanwhile, and one whose program was just killed takes a moment to notice.
    const auto leftBehind = [&] {
        const auto readers = livingReaders();
        return std::any_of(readers.begin(), readers.end(), [&](const QString &reader) {
            QFile status(s("/proc/%1/status").arg(reader));
            return !before.contains(reader) && status.open(QIODevice::ReadOnly) &&
                   status.readAll().contains("PPid:\t1\n");
        });
    };
    for (int i = 0; i < 100 && leftBehind(); ++i)
        QThread::msleep(100);
    CHECK_FALSE(leftBehind());
}
