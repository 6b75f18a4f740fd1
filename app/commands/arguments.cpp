// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/arguments.h"

#include "app/commands/console.h"

#include <algorithm>

namespace app {
namespace {

template <class Id>
model::Result<Id> idFrom(const CaseFile &file, const QString &word,
                         model::Result<Id> (CaseFile::*find)(const QString &) const)
{
    if (!model::idsBeginningWith(word))
        return wrongUsage(QStringLiteral("\"%1\" is no id: those have 36 characters, as the lists print them, of which "
                                         "the first 8 or more will do.")
                              .arg(word));
    return (file.*find)(word);
}

template <class Value, class FromWord>
model::Result<std::vector<Value>> valuesFrom(const QStringList &words, FromWord fromWord, const QString &what)
{
    std::vector<Value> values;
    for (const QString &word : words) {
        const auto value = fromWord(word);
        if (!value)
            return wrongUsage(QStringLiteral("\"%1\" is no %2.").arg(word, what));
        values.push_back(*value);
    }
    return values;
}

} // namespace

model::Error wrongUsage(const QString &sentence)
{
    return {model::ErrorKind::Usage, sentence};
}

model::Error notThere(const QString &sentence)
{
    return {model::ErrorKind::NotFound, sentence};
}

model::Result<int> pageIndexFrom(const QString &word, const model::Document &document)
{
    bool isNumber = false;
    const int page = word.toInt(&isNumber);
    if (!isNumber || page < 1)
        return wrongUsage(QStringLiteral("\"%1\" is not a page number; pages count from 1.").arg(word));
    if (document.state == model::DocumentState::Waiting)
        return notThere(QStringLiteral("\"%1\" was not read yet. %2\"carveout import\" goes on with it.")
                            .arg(document.file,
                                 document.reasonText.isEmpty() ? QString() : document.reasonText + QLatin1Char(' ')));
    if (document.state == model::DocumentState::Refused)
        return notThere(QStringLiteral("\"%1\" could not be read (%2): %3")
                            .arg(document.file, model::toWord(document.reason), document.reasonText));
    if (page > document.pageCount)
        return notThere(
            QStringLiteral("\"%1\" has no page %2; it has %3.").arg(document.file).arg(page).arg(document.pageCount));
    return page - 1;
}

model::Result<model::TagId> tagIdFrom(const CaseFile &file, const QString &word)
{
    return idFrom(file, word, &CaseFile::findTag);
}

model::Result<model::LinkId> linkIdFrom(const CaseFile &file, const QString &word)
{
    return idFrom(file, word, &CaseFile::findLink);
}

model::Result<model::NoteId> noteIdFrom(const CaseFile &file, const QString &word)
{
    return idFrom(file, word, &CaseFile::findNote);
}

model::Result<model::SubjectKind> subjectKindFrom(const QString &word)
{
    const auto kind = model::subjectKindFromWord(word);
    if (!kind)
        return wrongUsage(QStringLiteral("\"%1\" is neither \"partner\" nor \"permission\".").arg(word));
    return *kind;
}

model::Result<SubjectInCase> openSubject(const Invocation &invocation)
{
    const auto kind = subjectKindFrom(invocation.word(1));
    if (!kind)
        return kind.error();
    auto file = invocation.openToWrite();
    if (!file)
        return file.error();
    const auto subject = (*file)->findSubject(*kind, invocation.word(2));
    if (!subject)
        return subject.error();
    return SubjectInCase{*std::move(file), *subject};
}

model::Result<model::Subject> mergedSubjectNamed(const CaseFile &file, model::SubjectKind kind, const QString &name)
{
    const auto subjects = file.subjects(kind);
    if (!subjects)
        return subjects.error();
    const QString key = model::nameKey(model::tidyName(kind, name));
    const auto found = std::find_if(subjects->begin(), subjects->end(), [&key](const model::Subject &subject) {
        return model::nameKey(subject.name) == key;
    });
    if (found == subjects->end())
        return notThere(QStringLiteral("There is no %1 named \"%2\".").arg(model::toWord(kind), name));
    if (!found->mergedInto)
        return model::Error{
            model::ErrorKind::Invalid,
            QStringLiteral("\"%1\" is not merged into another %2.").arg(found->name, model::toWord(kind))};
    return *found;
}

void addHiddenOption(QCommandLineParser &parser)
{
    parser.addOption({hiddenOption, QStringLiteral("Also the words of passages that whoever made the document hid.")});
}

void addFilterOptions(QCommandLineParser &parser)
{
    parser.addOption({QStringLiteral("text"), QStringLiteral("Only findings whose partner or permission holds TEXT."),
                      QStringLiteral("TEXT")});
    parser.addOption({QStringLiteral("partner"), QStringLiteral("Only partners whose name or alias holds NAME."),
                      QStringLiteral("NAME")});
    parser.addOption({QStringLiteral("permission"), QStringLiteral("Only permissions whose name or alias holds NAME."),
                      QStringLiteral("NAME")});
    parser.addOption(
        {QStringLiteral("verdict"),
         QStringLiteral("Only findings with this verdict: open, alleged, confirmed, disputed or dismissed. May "
                        "be given several times."),
         QStringLiteral("VERDICT")});
    parser.addOption({QStringLiteral("stance"),
                      QStringLiteral("Only findings with a passage of this stance: supports, denies, ended, planned or "
                                     "context. May be given several times."),
                      QStringLiteral("STANCE")});
}

model::Result<model::MatrixFilter> filterFrom(const Invocation &invocation)
{
    const auto verdicts = valuesFrom<model::Verdict>(invocation.values(QStringLiteral("verdict")),
                                                     model::verdictFromWord, QStringLiteral("verdict"));
    if (!verdicts)
        return verdicts.error();
    const auto stances = valuesFrom<model::Stance>(invocation.values(QStringLiteral("stance")), model::stanceFromWord,
                                                   QStringLiteral("stance"));
    if (!stances)
        return stances.error();
    return model::MatrixFilter{invocation.value(QStringLiteral("text")), invocation.value(QStringLiteral("partner")),
                               invocation.value(QStringLiteral("permission")), *verdicts, *stances};
}

model::Result<ExitStatus> decide(CaseFile &file, const model::journal::Decision &decision)
{
    if (const auto decided = file.decide(decision); !decided)
        return decided.error();
    const auto description = file.undoDescription();
    if (!description)
        return description.error();
    complain(QStringLiteral("done: %1").arg(*description));
    return ExitStatus::Done;
}

model::Result<ExitStatus> decide(CaseFile &file, const model::Result<model::journal::Decision> &decision)
{
    if (!decision)
        return decision.error();
    return decide(file, *decision);
}

} // namespace app
