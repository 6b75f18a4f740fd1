// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_session.h"

#include <functional>

/// What the annotation model has learned in a case, taken to another one as a file.
namespace model::session {

/// In the place of what is there, once all of it is written. The file holds no text, but traces of the documents'
/// words.
Result<void> writeLearned(const CaseFile &file, const QString &path);
/// From now on the case's decisions go on from what is in the file.
Result<void> readLearned(CaseFile &file, const QString &path);

/// The same, and resetLearned(), of an open case: behind the decisions that wait. The suggestions are renewed then.
/// `then` is called on the session's thread, unless `context` is gone by then. Undo knows nothing of it.
using LearnedThen = std::function<void(const Result<void> &)>;
void takeOverLearned(CaseSession &session, const QString &path, QObject *context, LearnedThen then);
void forgetLearned(CaseSession &session, QObject *context, LearnedThen then);

} // namespace model::session
