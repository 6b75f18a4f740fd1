// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/page_content.h"

#include <QByteArray>

namespace model::store {

/// Boxes and confidences of a page's words, packed: about two bytes a character.
QByteArray packedWords(const PageLayout &layout);

/// Puts them into a layout whose text is there. False, with no boxes, when the bytes are not such words or are those of
/// another text: a case may come from anybody.
bool unpackWords(QByteArrayView packed, PageLayout &layout);

} // namespace model::store
