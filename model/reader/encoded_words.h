// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace model::reader {

/// A header's value as it is to be read: on one line, its encoded words (RFC 2047) decoded, also where they ought not
/// to stand. The mail library's own decoding loses what comes behind a padded word.
QString decodedHeader(const QByteArray &raw);

} // namespace model::reader
