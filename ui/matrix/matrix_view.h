// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/arranged_matrix.h"

namespace ui::matrix {

/// How the reporter has the matrix before them; what is kept of it per case.
struct MatrixView {
    model::MatrixFilter filter;
    model::MatrixLayout layout;
    bool showsSuggested = false; ///< beside what is decided
    bool showsHeat = false;

    friend bool operator==(const MatrixView &, const MatrixView &) = default;
};

QString toText(const MatrixView &view);
/// What cannot be read of it is as it is at first.
MatrixView matrixViewFrom(const QString &text);

} // namespace ui::matrix
