// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>

namespace model::reader {

/// What bytes say, and in which encoding that was found: a name as in a web page, "UTF-8" or "windows-1252".
struct DecodedText {
    QString text;
    QString encoding;
};

/// By the mark at its start, else UTF-8 where it is that throughout, else `claimed`, the name of an encoding, where
/// that one is known, else by what the letters are likely to be. Never fails: what no encoding fits is taken for
/// windows-1252. Bytes that stand for nothing become U+FFFD.
DecodedText decodedText(QByteArrayView bytes, const QByteArray &claimed = {});

/// In that very encoding. Nothing when its name is unknown.
std::optional<QString> decodedAs(QByteArrayView bytes, const QByteArray &encoding);

/// Whether the bytes, the start of a file, look like text of any encoding.
bool looksLikeText(QByteArrayView start);

} // namespace model::reader
