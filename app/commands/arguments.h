// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/invocation.h"
#include "model/domain/matrix.h"
#include "model/domain/subject.h"
#include "model/domain/tag.h"
#include "model/journal/decision.h"
#include "model/session/case_file.h"

#include <memory>
#include <optional>

/// What is typed, made into values of the model. A word that makes no sense whatever is in the case is an Error of
/// ErrorKind::Usage, which is made here and nowhere else; what makes sense but is not in the case is another.
namespace app {

using model::session::CaseFile;

/// The Error that ends a command with ExitStatus::WrongUsage.
model::Error wrongUsage(const QString &sentence);
/// The Error for something that is not in the case.
model::Error notThere(const QString &sentence);

/// A page number, from 1, of that document; the index, from 0.
model::Result<int> pageIndexFrom(const QString &word, const model::Document &document);
/// An id, or the first 8 or more characters of one.
model::Result<model::TagId> tagIdFrom(const CaseFile &file, const QString &word);
model::Result<model::LinkId> linkIdFrom(const CaseFile &file, const QString &word);
model::Result<model::NoteId> noteIdFrom(const CaseFile &file, const QString &word);
model::Result<model::SubjectKind> subjectKindFrom(const QString &word);

/// The case to write to and one of its partners or permissions: CASE partner|permission NAME, the words 0 to 2.
struct SubjectInCase {
    std::unique_ptr<CaseFile> file;
    model::Subject subject;
};
model::Result<SubjectInCase> openSubject(const Invocation &invocation);

/// Of those that count as another one now, the one of that name.
model::Result<model::Subject> mergedSubjectNamed(const CaseFile &file, model::SubjectKind kind, const QString &name);

/// What lets text out of the case that whoever made the document hid.
inline const QString hiddenOption = QStringLiteral("hidden");
void addHiddenOption(QCommandLineParser &parser);

void addFilterOptions(QCommandLineParser &parser);
model::Result<model::MatrixFilter> filterFrom(const Invocation &invocation);

/// Decides and says on standard error what was done.
model::Result<ExitStatus> decide(CaseFile &file, const model::journal::Decision &decision);
model::Result<ExitStatus> decide(CaseFile &file, const model::Result<model::journal::Decision> &decision);

} // namespace app
