// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/signature.h"
#include "model/intake/taking_stage.h"

#include <vector>

namespace model::intake {

/// The earlier states of a PDF that was saved by adding to it, as DocumentFacts::revisions tells them: the beginnings
/// of its bytes. The reporter asks for them, as documents of their own, "report.pdf/revision 1 of 3.pdf".
///
/// What takes them out at every place of the document. NotFound; Invalid when it has none.
Result<std::vector<TakingStage::Task>> earlierStateTasks(store::Database &database, const Sha256 &document);

/// Decides, inside the caller's transaction, that those that were taken out count as one source with the document, and
/// gives them titles that say what they are; but for what is so anyway, or was decided otherwise. Whether anything was.
Result<bool> tieEarlierStates(store::Database &database, const Sha256 &document, const Signature &by);

} // namespace model::intake
