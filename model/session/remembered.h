// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

/// How the reporter left the window: filters, columns, places. No decision, so undo and the journal know nothing of it.
/// Values are text in a form that only who writes them knows; an empty one is none.
namespace model::session {

Result<QString> remembered(const CaseFile &file, const QString &name);
Result<QString> rememberedOf(const CaseFile &file, const Sha256 &document);

/// Does nothing in a case that can only be read.
Result<void> remember(CaseFile &file, const QString &name, const QString &value);
/// The same for a document; also nothing where it is not in the case any more.
Result<void> rememberOf(CaseFile &file, const Sha256 &document, const QString &value);

} // namespace model::session
