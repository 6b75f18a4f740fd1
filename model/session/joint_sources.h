// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"
#include "model/session/case_file.h"

namespace model::session {

/// How many documents speak of what a folded row or column joins. Takes longer than the matrix itself.
Result<JointSources> jointSources(const CaseFile &file);

} // namespace model::session
