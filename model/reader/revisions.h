// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace model::reader {

class DocumentDevice;

/// A PDF that is saved by adding to its end holds its earlier states whole. Where each of them ends, in bytes, the
/// oldest first; the state of the whole file is none of them.
std::vector<qint64> earlierRevisions(DocumentDevice &device);

} // namespace model::reader
