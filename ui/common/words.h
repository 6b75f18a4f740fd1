// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/document.h"
#include "model/domain/finding.h"
#include "model/domain/hidden_passage.h"
#include "model/domain/tag.h"

#include <QStringList>

/// The words of the model as the interface says them, in the reporter's language.
namespace ui {

QString wordFor(model::TagKind kind);
QString wordFor(model::SubjectKind kind);
QString wordFor(model::Stance stance);
QString wordFor(model::Verdict verdict);
/// What a document's state means to the reporter: "waiting", "12 of 40 pages read", "damaged".
QString stateText(const model::Document &document);
QString hiddenText(model::HiddenReason reason); ///< "under a box", as part of a sentence
QString refusalText(model::RefusalReason reason);

/// White space folded to blanks and cut to `length` characters, an ellipsis in the place of the rest.
QString shortened(const QString &text, qsizetype length);
/// "p. 4", or "p. iv (4)" where the document calls the page something else than its number.
QString pageText(int pageIndex, const QString &label);
/// The names in a list as it was typed, each once.
QStringList namesIn(const QString &text, QChar separator);

} // namespace ui
