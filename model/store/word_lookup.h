// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/found.h"

/// What in the decided tables holds the words typed, letters folded as nameKey() does; in what is no name of a subject
/// "ß" counts as "ss". At most `count` of each; nothing for words without a letter.
namespace model::store {

class Database;

/// By name or alias; best first: equal, begins with them, holds them at the start of a word. Each root once.
Result<std::vector<FoundSubject>> subjectsHolding(Database &database, SubjectKind kind, const QString &words,
                                                  int count);
/// Evidence first, then partners, then permissions; in order of documents and pages.
Result<std::vector<Tag>> tagsHolding(Database &database, const QString &words, int count);
Result<std::vector<Note>> notesHolding(Database &database, const QString &words, int count);
/// Numbers of those with the words in a title or in the name of a file it was found as. A negative count: all.
Result<std::vector<qint64>> documentsHolding(Database &database, const QString &words, int count);
/// Numbers of those with just this title, or found as a file of just this name.
Result<std::vector<qint64>> documentsCalled(Database &database, const QString &name);

} // namespace model::store
