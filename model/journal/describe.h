// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal/applied_change.h"

#include <functional>
#include <vector>

namespace model::journal {

/// How a description finds out what ids stand for today. Each gives an empty text for what is no longer there.
struct Names {
    std::function<QString(const SubjectId &)> subject;
    std::function<QString(const Sha256 &)> document;
};

/// What the changes of a decision come to, in one line, as the undo menu and the journal list name it:
/// tag “Alder Bank” as partner; link evidence to Alder Bank × read · messages (supports) and 2 more.
/// Of several changes the weightiest is named.
QString describe(const std::vector<AppliedChange> &parts, const Names &names);

} // namespace model::journal
