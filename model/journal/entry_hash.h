// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/store/journal_table.h"

namespace model::journal {

/// SHA-256 of salt, then payload as UTF-8.
Sha256 partHash(const QByteArray &salt, const QString &payload);

/// SHA-256 of the hashes of the parts, in order of their places.
Sha256 payloadHash(const std::vector<store::JournalPartRow> &parts);

/// SHA-256 over the other columns of the entry: format name, seq, kind, author, time, target, payload hash and previous
/// hash, each as its length (eight bytes, big endian) and its bytes; numbers as decimal digits.
Sha256 entryHash(const store::JournalRow &row);

/// What the first entry has for a previous hash: 32 zero bytes.
Sha256 noHash();

} // namespace model::journal
