// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/invocation.h"
#include "model/domain/matrix.h"
#include "model/domain/subject.h"
#include "model/domain/tag.h"
#include "model/journal/decision.h"
#include "model/session/case_file.h"

#include <optional>

/// What is typed, made into values of the model. Where an Error says that a word makes no sense, it is one of the
/// shell's user: commands return it as it is.
namespace app {

using model::session::CaseFile;

/// A page number, from 1, of that document; the index, from 0.
model::Result<int> pageIndexFrom(const QString &word, const model::Document &document);
model::Result<model::TagId> tagIdFrom(const QString &word);
model::Result<model::LinkId> linkIdFrom(const QString &word);
model::Result<model::NoteId> noteIdFrom(const QString &word);
model::Result<model::SubjectKind> subjectKindFrom(const QString &word);

/// Of those that count as another one now, the one of that name.
model::Result<model::Subject> mergedSubjectNamed(const CaseFile &file, model::SubjectKind kind, const QString &name);

void addFilterOptions(QCommandLineParser &parser);
model::Result<model::MatrixFilter> filterFrom(const Invocation &invocation);

/// Decides and says on standard error what was done.
model::Result<ExitStatus> decide(CaseFile &file, const model::journal::Decision &decision);
model::Result<ExitStatus> decide(CaseFile &file, const model::Result<model::journal::Decision> &decision);

model::Error badArgument(const QString &sentence);

} // namespace app
