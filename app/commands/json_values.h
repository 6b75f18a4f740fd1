// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/places.h"
#include "model/domain/document.h"
#include "model/domain/document_traits.h"
#include "model/domain/evidence_line.h"
#include "model/domain/hidden_line.h"
#include "model/domain/mail_threads.h"
#include "model/domain/matrix.h"
#include "model/domain/note.h"
#include "model/domain/search_hit.h"
#include "model/domain/subject.h"
#include "model/domain/tag.h"
#include "model/journal/journal_entry.h"
#include "model/session/case_file.h"

#include <QJsonObject>

/// The objects that --json prints. Pages count from 1, offsets in Unicode code points of what `text` prints, times are
/// ISO 8601 in UTC.
namespace app {

QJsonObject toJson(const model::Document &document);
/// What a mail says of itself, and its place in its conversation.
QJsonObject toJson(const model::ThreadedMail &mail);
model::Result<QJsonObject> toJson(const model::session::CaseFile &file, Places &places, const model::Tag &tag);
QJsonObject toJson(const model::EvidenceLine &line);
QJsonObject toJson(const model::HiddenLine &line);
/// What a document says of itself, and what is found in its text.
QJsonObject toJson(const model::DocumentFacts &facts, const model::TraitSummary &traits);
QJsonObject toJson(const model::Subject &subject);
QJsonObject toJson(const model::Note &note);
QJsonObject toJson(const model::journal::JournalEntry &entry);
QJsonObject toJson(const model::SearchHit &hit);
QJsonObject toJson(const model::Matrix &matrix, const model::MatrixCell &cell);

} // namespace app
