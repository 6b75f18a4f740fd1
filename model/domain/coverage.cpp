// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/coverage.h"

#include <algorithm>

namespace model {

Coverage &Coverage::operator+=(const Coverage &other)
{
    byReporter += other.byReporter;
    onlyByModel += other.onlyByModel;
    byNobody += other.byNobody;
    return *this;
}

Coverage coverageOf(const Document &document)
{
    if (document.state != DocumentState::Read)
        return {};
    const int read = std::min(document.pagesReadByReporter, document.pageCount);
    const int rest = document.pageCount - read;
    return document.isReadByModel ? Coverage{read, rest, 0} : Coverage{read, 0, rest};
}

} // namespace model
