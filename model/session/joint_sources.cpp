// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/joint_sources.h"

#include "model/store/matrix_query.h"
#include "model/store/transaction.h"

namespace model::session {

Result<JointSources> jointSources(const CaseFile &file)
{
    const store::Snapshot snapshot(file.database());
    return store::readJointSources(file.database());
}

} // namespace model::session
