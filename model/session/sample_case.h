// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/case_file.h"

/// The invented documents that come with the program, and what a reviewer decided on them: to try Carveout on, and to
/// measure it by.
namespace model::session {

QStringList sampleHolders();
/// Writes the documents into `folder`, which must exist.
Result<void> writeSampleBundle(const QString &folder);
/// Tags, links and concludes as the reviewer did, a document a decision. All of them must have been imported.
Result<ChangeSet> decideSample(CaseFile &file);

} // namespace model::session
