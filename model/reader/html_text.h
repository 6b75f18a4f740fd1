// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QString>

namespace model::reader {

/// What a web page says, as plain text.
struct HtmlText {
    QString text;
    QString title; ///< the page's own; empty when it has none
    QString encoding;
};

/// Scripts and styles are left out and nothing is ever fetched. A link shows its target in brackets where that says
/// something else than the link; tables come row by row, a tab between the cells; what is meant not to be seen stands
/// in
/// "[hidden: ]". `claimed`: the encoding that came with the page; the page's own word comes after that. Damaged when no
/// page can be made of it.
Result<HtmlText> textOfHtml(const QByteArray &html, const QByteArray &claimed = {});

} // namespace model::reader
