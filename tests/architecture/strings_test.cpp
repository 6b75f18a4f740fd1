// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/source_files.h"
#include "tests/support/catch.h"

#include <QRegularExpression>

namespace {

/// The words in a file's tr() and translate() calls, adjacent literals joined, each with what follows it up to the end
/// of the call's arguments or a line further.
struct Words {
    QString file;
    QString text;
    QString after;
};

std::vector<Words> wordsOf(const QString &file)
{
    static const QRegularExpression call(
        QStringLiteral("\\b(?:tr|QT_TRANSLATE_NOOP)\\(\\s*(?:\"[\\w:]+\",\\s*)?((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)"));
    static const QRegularExpression seam(QStringLiteral("\"\\s*\""));
    const QString source = sourceText(file);
    std::vector<Words> all;
    auto matches = call.globalMatch(source);
    while (matches.hasNext()) {
        const auto match = matches.next();
        QString text = match.captured(1).trimmed();
        text.remove(seam);
        all.push_back({file, text.mid(1, text.size() - 2), source.mid(match.capturedEnd(), 80)});
    }
    return all;
}

template <class Offends> QString offences(const Offends &offends)
{
    QStringList found;
    for (const QString &file : sourceFiles(QStringLiteral("ui"))) {
        for (const Words &words : wordsOf(file)) {
            if (offends(words))
                found << words.file + QStringLiteral(": ") + words.text;
        }
    }
    return found.join(u'\n');
}

} // namespace

TEST_CASE("the check finds the window's strings at all")
{
    size_t count = 0;
    for (const QString &file : sourceFiles(QStringLiteral("ui")))
        count += wordsOf(file).size();
    CHECK(count > 400);
}

TEST_CASE("no string of the window is one half of a sentence, put together with another")
{
    CHECK(offences([](const Words &words) { return words.text.startsWith(u' ') || words.text.endsWith(u' '); }) ==
          QString());
    static const QRegularExpression joined(QStringLiteral("^\\)\\s*\\+\\s*(?:\\w+::)*tr\\("));
    CHECK(offences([](const Words &words) { return joined.match(words.after).hasMatch(); }) == QString());
}

TEST_CASE("a count in a string of the window has plural forms: other languages have more than two")
{
    // "1 page" and beside it "%1 pages": the second must be one that is translated by its number.
    static const QRegularExpression one(QStringLiteral("^\\)[^:;]*:\\s*(?:\\w+::)*tr\\(\\s*\"([^\"]*)\""));
    static const QRegularExpression single(QStringLiteral("(?<!%)\\b(?:1|one) \\w+"));
    CHECK(offences([](const Words &words) {
              const auto other = one.match(words.after);
              return single.match(words.text).hasMatch() && other.hasMatch() &&
                     other.captured(1).contains(QRegularExpression(QStringLiteral("^%\\d \\w"))) &&
                     !other.captured(1).contains(u"%n") && !other.captured(1).contains(u"%Ln");
          }) == QString());
}

TEST_CASE("a key in a string of the window is that of a command, named as it is now, or one that cannot be changed")
{
    // Keys of commands are named in braces: they can be given others. F2 and Ctrl+A are those of any list.
    static const QRegularExpression fixed(
        QStringLiteral("(?<![\\w+])(?:Ctrl|Alt)\\+(?:Shift\\+)?[A-Z0-9]\\b|\\bF(?!2\\b)\\d+\\b"));
    CHECK(offences([](const Words &words) {
              return fixed.match(words.text).hasMatch() && !words.text.contains(u"Ctrl+A");
          }) == QString());
    // So are single letters, but for those that a panel takes itself: a stance's, and U in the history.
    static const QRegularExpression letter(
        QStringLiteral("(?<![\\w&])(?![AI]\\b)[A-Z]\\b(?![&’'])|\\bShift\\+(?:F\\d+|[A-Z])\\b"));
    CHECK(offences([](const Words &words) {
              const bool isHistory = words.file.contains(u"decisions") || words.text == u"U";
              return letter.match(QString(words.text).remove(QStringLiteral("S, D, E, P, C"))).hasMatch() && !isHistory;
          }) == QString());
    QString code;
    for (const QString &file : sourceFiles(QStringLiteral("ui")))
        code += sourceText(file);
    static const QRegularExpression named(QStringLiteral("\\{([A-Za-z]+)\\}"));
    CHECK(offences([&code](const Words &words) {
              auto names = named.globalMatch(words.text);
              while (names.hasNext()) {
                  if (!code.contains(u'"' + names.next().captured(1) + u'"'))
                      return true;
              }
              return false;
          }) == QString());
}

TEST_CASE("pages are seen by the reporter: read is what the program has read")
{
    static const QRegularExpression read(QStringLiteral("\\byou have (?:not |never |already )?read\\b"));
    CHECK(offences([](const Words &words) { return read.match(words.text).hasMatch(); }) == QString());
}
