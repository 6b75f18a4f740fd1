// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/find.h"

#include "model/search/typing.h"
#include "model/search/word_breaker.h"
#include "model/session/search.h"
#include "model/store/document_list.h"
#include "model/store/field_search.h"
#include "model/store/matrix_query.h"
#include "model/store/transaction.h"
#include "model/store/word_lookup.h"

#include <QRegularExpression>

#include <algorithm>

namespace model::session {
namespace {

/// Takes what a call gave into `into`; its error otherwise.
template <class T, class Into> Result<void> take(Result<T> given, Into &into)
{
    if (!given)
        return given.error();
    into = *std::move(given);
    return {};
}

bool holds(const Subject &subject, const QString &word)
{
    const auto has = [&word](const QString &name) { return nameKey(name).contains(word); };
    return has(subject.name) || std::any_of(subject.aliases.begin(), subject.aliases.end(), has);
}

/// Cells of which every word is in the partner's or the permission's names.
Result<std::vector<FoundFinding>> findingsHolding(const CaseFile &file, const QString &typed, int count)
{
    static const QRegularExpression apart(QStringLiteral("[^\\p{L}\\p{N}]+"));
    const QStringList words = nameKey(typed).split(apart, Qt::SkipEmptyParts);
    std::vector<FoundFinding> found;
    if (words.isEmpty())
        return found;
    const Result<Matrix> matrix = store::readMatrix(file.database());
    if (!matrix)
        return matrix.error();
    // Which words each row and each column holds, as bits.
    const auto marksOf = [&words](const std::vector<Subject> &subjects) {
        std::vector<quint64> marks;
        for (const Subject &subject : subjects) {
            quint64 mark = 0;
            for (qsizetype i = 0; i < std::min<qsizetype>(words.size(), 64); ++i)
                mark |= holds(subject, words[i]) ? quint64(1) << i : 0;
            marks.push_back(mark);
        }
        return marks;
    };
    const std::vector<quint64> rows = marksOf(matrix->partners);
    const std::vector<quint64> columns = marksOf(matrix->permissions);
    const quint64 all = words.size() >= 64 ? ~quint64(0) : (quint64(1) << words.size()) - 1;
    for (const MatrixCell &cell : matrix->cells) {
        const auto row = static_cast<size_t>(cell.partner);
        const auto column = static_cast<size_t>(cell.permission);
        if (static_cast<int>(found.size()) == count)
            break;
        if ((rows[row] | columns[column]) != all)
            continue;
        const Subject &partner = matrix->partners[row];
        const Subject &permission = matrix->permissions[column];
        found.push_back({{partner.id, permission.id}, partner.name, permission.name, cell.passageCount()});
    }
    return found;
}

Result<std::vector<FoundTag>> withTitles(const CaseFile &file, const std::vector<Tag> &tags)
{
    std::vector<FoundTag> found;
    for (const Tag &tag : tags) {
        const auto document = file.document(tag.passage.document);
        if (!document)
            return document.error();
        found.push_back({tag, document->title});
    }
    return found;
}

/// Says what a note stands on, and where that can be seen. What is gone has no name.
struct NotePlace {
    const CaseFile &file;
    FoundNote &note;

    void operator()(const WholeCase &) const {}
    void operator()(const DocumentPage &place) const
    {
        if (const auto document = file.document(place.document))
            note.on = document->title;
    }
    void operator()(const TagId &id) const
    {
        if (const auto tag = file.tag(id)) {
            note.on = tag->passage.quote.simplified();
            note.passage = tag->passage;
        }
    }
    void operator()(const SubjectId &id) const
    {
        if (const auto subject = file.subject(id))
            note.on = subject->name;
    }
    void operator()(const FindingKey &finding) const
    {
        const auto partner = file.subject(finding.partner);
        const auto permission = file.subject(finding.permission);
        if (partner && permission)
            note.on = partner->name + QStringLiteral(" × ") + permission->name;
    }
    void operator()(const LinkId &id) const
    {
        if (const auto link = file.link(id))
            (*this)(link->evidence);
    }
};

Result<std::vector<Document>> documentsFound(const CaseFile &file, const QString &typed, int count)
{
    // Archives that were unpacked are passed over, so some more are asked for.
    const auto numbers = store::documentsHolding(file.database(), typed, 2 * count);
    if (!numbers)
        return numbers.error();
    std::vector<Document> documents;
    for (const qint64 number : *numbers) {
        auto document = store::DocumentList(file.database()).find(number);
        if (!document)
            return document.error();
        const bool isUnpacked =
            *document && (**document).kind == FileKind::Archive && (**document).state == DocumentState::Read;
        if (*document && number > 0 && !isUnpacked && static_cast<int>(documents.size()) < count)
            documents.push_back(**std::move(document));
    }
    return documents;
}

Result<void> findText(const CaseFile &file, const QString &typed, int each, Found &found)
{
    search::WordBreaker breaker;
    found.textQuery = search::whileTyping(typed.trimmed(), breaker);
    if (checkQuery(found.textQuery))
        return {};
    auto page = searchCase(file, found.textQuery, 0, each, SearchOrder::Quickest);
    if (!page)
        return page.error();
    found.text = *std::move(page);
    return {};
}

/// The value of a field as the query has it and as the list shows it.
struct FieldValue {
    QString written;
    QString shown;

    friend bool operator==(const FieldValue &, const FieldValue &) = default;
};

/// A title that would be taken for something else, or cannot be written, is shown and the number written.
Result<std::vector<FieldValue>> documentValues(const CaseFile &file, const QString &typed, int count)
{
    // Before anything of its name is typed: the first ones of the case, as they are listed.
    const auto documents =
        typed.isEmpty() ? store::DocumentList(file.database()).first(count) : documentsFound(file, typed, count);
    if (!documents)
        return documents.error();
    std::vector<FieldValue> values;
    for (const Document &document : *documents) {
        const auto title =
            store::isNumberOrHash(document.title) ? std::nullopt : search::asFieldValue(document.title.simplified());
        FieldValue value = title ? FieldValue{*title, *title}
                                 : FieldValue{QString::number(document.number), document.title.simplified()};
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    }
    return values;
}

Result<std::vector<FieldValue>> valuesOf(const CaseFile &file, search::Field field, const QString &typed, int count)
{
    QStringList values;
    if (field == search::Field::Document)
        return documentValues(file, typed, count);
    if (field == search::Field::Partner || field == search::Field::Permission) {
        const SubjectKind kind = field == search::Field::Partner ? SubjectKind::Partner : SubjectKind::Permission;
        if (typed.isEmpty()) {
            const auto subjects = file.subjects(kind);
            if (!subjects)
                return subjects.error();
            for (const Subject &subject : *subjects)
                values += subject.mergedInto ? QString() : subject.name;
        } else {
            const auto subjects = store::subjectsHolding(file.database(), kind, typed, count);
            if (!subjects)
                return subjects.error();
            for (const FoundSubject &subject : *subjects)
                values += subject.name;
        }
    } else {
        for (const QString &word : search::wordsOf(field)) {
            if (word.startsWith(typed, Qt::CaseInsensitive))
                values += word;
        }
    }
    values.removeDuplicates();
    std::vector<FieldValue> writable;
    for (const QString &value : values) {
        if (const auto written = search::asFieldValue(value))
            writable.push_back({*written, *written});
    }
    return writable;
}

} // namespace

Result<Found> findInCase(const CaseFile &file, const QString &typed, int each)
{
    const store::Snapshot snapshot(file.database());
    Found found;
    store::Database &database = file.database();
    if (const auto done = findText(file, typed, each, found); !done)
        return done.error();
    if (const auto done = take(store::subjectsHolding(database, SubjectKind::Partner, typed, each), found.partners);
        !done)
        return done.error();
    if (const auto done =
            take(store::subjectsHolding(database, SubjectKind::Permission, typed, each), found.permissions);
        !done)
        return done.error();
    if (const auto done = take(findingsHolding(file, typed, each), found.findings); !done)
        return done.error();
    const auto tags = store::tagsHolding(database, typed, each);
    if (!tags)
        return tags.error();
    if (const auto done = take(withTitles(file, *tags), found.tags); !done)
        return done.error();
    const auto notes = store::notesHolding(database, typed, each);
    if (!notes)
        return notes.error();
    for (const Note &note : *notes) {
        found.notes.push_back({note, {}, {}});
        std::visit(NotePlace{file, found.notes.back()}, note.target);
    }
    if (const auto done = take(documentsFound(file, typed, each), found.documents); !done)
        return done.error();
    return found;
}

QString queryEntered(const QString &typed)
{
    search::WordBreaker breaker;
    return search::whenEntered(typed, breaker);
}

Result<std::vector<QueryCompletion>> completionsOf(const CaseFile &file, const QString &query, qsizetype caret,
                                                   int count)
{
    std::vector<QueryCompletion> completions;
    const auto unfinished = search::unfinishedField(query, caret);
    if (!unfinished)
        return completions;
    if (!unfinished->field) {
        for (const search::Field field : search::allFields) {
            if (search::toWord(field).startsWith(unfinished->typed, Qt::CaseInsensitive)) {
                const QString name = search::toWord(field) + u':';
                completions.push_back({unfinished->start, caret, name, name});
            }
        }
        return completions;
    }
    const store::Snapshot snapshot(file.database());
    const auto values = valuesOf(file, *unfinished->field, unfinished->typed, count);
    if (!values)
        return values.error();
    for (const FieldValue &value : *values) {
        if (static_cast<int>(completions.size()) < count)
            completions.push_back({unfinished->start, caret, value.written + u' ', value.shown});
    }
    return completions;
}

} // namespace model::session
