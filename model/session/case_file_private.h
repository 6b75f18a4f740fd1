// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/journal/undo.h"
#include "model/session/case_file.h"
#include "model/store/case_opening.h"

namespace model::session {

class CaseFile::Private {
public:
    Private(const store::CaseFolder &caseFolder, store::OpenedCase openedCase, Options caseOptions)
        : folder(caseFolder)
        , opened(std::move(openedCase))
        , options(std::move(caseOptions))
        , undoStack(*opened.database)
    {
    }

    store::CaseFolder folder;
    store::OpenedCase opened;
    Options options;
    journal::UndoStack undoStack;
};

} // namespace model::session
