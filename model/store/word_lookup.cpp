// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/word_lookup.h"

#include "model/store/passage_columns.h"
#include "model/store/query.h"

#include <QSet>

#include <algorithm>

namespace model::store {
namespace {

/// As nameKey(), and "ß" as "ss", which it leaves as it is.
QString keyOf(const QString &words)
{
    return nameKey(words).replace(QChar(0xdf), QStringLiteral("ss"));
}

/// What LIKE can rule out of plain Latin text without folding: any run of blanks and line ends may stand for a blank.
QString likePattern(const QString &key)
{
    QString pattern = QStringLiteral("%");
    bool open = true; // what comes next may stand anywhere behind
    for (const QChar c : key) {
        const bool isPlain = c.unicode() < 128 && c != u' ';
        if (c == u'%' || c == u'_' || c == u'\\')
            pattern += u'\\';
        if (isPlain)
            pattern += c;
        else if (!open)
            pattern += u'%';
        open = !isPlain;
    }
    return open ? pattern : pattern + u'%';
}

/// Of the text in `column`: it may hold the key that `parameter`, a likePattern(), was made of. Text with other letters
/// always may, for LIKE knows nothing of ligatures, wide letters or what "ß" folds to.
QByteArray mayHold(const QByteArray &column, const QByteArray &parameter)
{
    return "(" + column + " LIKE " + parameter + " ESCAPE '\\' OR length(" + column + ") <> length(CAST(" + column +
           " AS BLOB)))";
}

/// The rows, `count` at most, whose text in `column` holds the key.
template <class Make>
auto rowsHolding(Statement &statement, const QByteArray &sql, int column, const QString &key, size_t count, Make make)
    -> Result<std::vector<std::invoke_result_t<Make, const Statement &>>>
{
    std::vector<std::invoke_result_t<Make, const Statement &>> rows;
    while (rows.size() < count) {
        const Result<bool> row = statement.step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        if (!keyOf(statement.text(column)).contains(key))
            continue;
        rows.push_back(make(statement));
        if (!statement.isSound())
            return damagedRow(sql);
    }
    return rows;
}

/// Numbers of the documents of which `fits(name, key)` says yes to a title or to the name of a file, folded both.
template <class Fits>
Result<std::vector<qint64>> documentsNamed(Database &database, const QString &words, int count, Fits fits)
{
    const QString key = keyOf(words);
    std::vector<qint64> found;
    if (key.isEmpty())
        return found;
    auto statement = bound(database, "SELECT number, own_title, 0 FROM document "
                                     "UNION ALL SELECT document, title, 0 FROM document_title "
                                     "UNION ALL SELECT document, path, 1 FROM origin");
    if (!statement)
        return statement.error();
    QSet<qint64> seen;
    while (count < 0 || static_cast<int>(found.size()) < count) {
        const Result<bool> row = statement->step();
        if (!row)
            return row.error();
        if (!*row)
            break;
        const qint64 number = statement->integer(0);
        // Of a path only the file's name counts; a title may have a slash of its own.
        const bool isPath = statement->integer(2) != 0;
        const QString name = isPath ? statement->text(1).section(u'/', -1) : statement->text(1);
        if (!seen.contains(number) && fits(keyOf(name), key)) {
            seen.insert(number);
            found.push_back(number);
        }
    }
    return found;
}

struct NamedRoot {
    SubjectId root;
    QString rootName;
    QString name;
};

} // namespace

Result<std::vector<FoundSubject>> subjectsHolding(Database &database, SubjectKind kind, const QString &words, int count)
{
    const QString key = nameKey(tidyName(kind, words));
    std::vector<FoundSubject> found;
    if (key.isEmpty())
        return found;
    const auto names = queryAll(
        database,
        "WITH named (root, name, key) AS (SELECT root, name, name_key FROM subject WHERE kind = ?1"
        " UNION ALL SELECT root, alias, alias_key FROM alias JOIN subject ON subject.id = alias.subject"
        " WHERE kind = ?1)"
        " SELECT named.root, subject.name, named.name FROM named JOIN subject ON subject.id = named.root"
        " WHERE instr(key, ?2)"
        " ORDER BY key <> ?2, substr(key, 1, length(?2)) <> ?2, instr(' ' || key, ' ' || ?2) = 0, key, "
        "subject.name_key",
        [](const Statement &row) {
            return NamedRoot{row.id<Subject>(0), row.text(1), row.text(2)};
        },
        toWord(kind), key);
    if (!names)
        return names.error();
    for (const NamedRoot &one : *names) {
        if (static_cast<int>(found.size()) == count)
            break;
        const auto isRoot = [&one](const FoundSubject &other) { return other.id == one.root; };
        if (std::none_of(found.begin(), found.end(), isRoot))
            found.push_back({one.root, kind, one.rootName, one.name == one.rootName ? QString() : one.name});
    }
    return found;
}

Result<std::vector<Tag>> tagsHolding(Database &database, const QString &words, int count)
{
    const QString key = keyOf(words);
    std::vector<Tag> found;
    if (key.isEmpty())
        return found;
    const QByteArray sql = QByteArray("SELECT tag.id, tag.kind, ") + passageColumns +
                           ", subject FROM tag JOIN document ON document.number = tag.document"
                           " WHERE tag.kind = ?1 AND " +
                           mayHold("quote", "?2") + " ORDER BY tag.document, first_page, last_page, start, tag.id";
    for (const TagKind kind : {TagKind::Evidence, TagKind::Partner, TagKind::Permission}) {
        auto statement = bound(database, sql, toWord(kind), likePattern(key));
        if (!statement)
            return statement.error();
        const auto tags =
            rowsHolding(*statement, sql, 7, key, static_cast<size_t>(count) - found.size(), [](const Statement &row) {
                return Tag{row.id<Tag>(0), row.word(1, &tagKindFromWord), passageFrom(row, 2),
                           row.optionalId<Subject>(10)};
            });
        if (!tags)
            return tags.error();
        found.insert(found.end(), tags->begin(), tags->end());
    }
    return found;
}

Result<std::vector<Note>> notesHolding(Database &database, const QString &words, int count)
{
    const QString key = keyOf(words);
    if (key.isEmpty())
        return std::vector<Note>();
    const QByteArray sql = "SELECT id, target, text FROM note WHERE " + mayHold("text", "?1") + " ORDER BY target, id";
    auto statement = bound(database, sql, likePattern(key));
    if (!statement)
        return statement.error();
    return rowsHolding(*statement, sql, 2, key, static_cast<size_t>(count), [](const Statement &row) {
        return Note{row.id<Note>(0), row.word(1, &noteTargetFromText), row.text(2)};
    });
}

Result<std::vector<qint64>> documentsHolding(Database &database, const QString &words, int count)
{
    return documentsNamed(database, words, count,
                          [](const QString &name, const QString &key) { return name.contains(key); });
}

Result<std::vector<qint64>> documentsCalled(Database &database, const QString &name)
{
    return documentsNamed(database, name, -1, [](const QString &one, const QString &key) { return one == key; });
}

} // namespace model::store
