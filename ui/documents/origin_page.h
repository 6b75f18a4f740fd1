// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/document_origin.h"

namespace ui::documents {

/// Where a document comes from and what it says of itself, as HTML. What comes out of the document is escaped: it is
/// words of whoever made it.
QString originPage(const model::session::DocumentOrigin &origin);

} // namespace ui::documents
