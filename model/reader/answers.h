// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/document.h"
#include "model/domain/outline_limits.h"
#include "model/domain/page_content.h"
#include "model/reader/reader_types.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// The payloads of a reader's answers, as pure functions. What is decoded came out of a process that may belong to
/// whoever made the document: every count, length, number and range is checked, and anything out of order makes the
/// whole answer an Error of kind Crashed.
namespace model::reader {

// Caps of what an answer may hold. The encoders cut what is longer.
inline constexpr int maximumPages = 10'000'000;
inline constexpr qsizetype maximumEmbeddedFiles = 10'000;
inline constexpr std::size_t maximumRevisions = 1000;
inline constexpr qsizetype maximumLine = 4096;     ///< UTF-16 units of a title, an author, a name
inline constexpr qsizetype maximumXmp = 1 << 20;   ///< UTF-16 units
inline constexpr qsizetype maximumComplaint = 300; ///< UTF-16 units

QByteArray encodeHello(SandboxMode mode);
QByteArray encodeFailure(const Error &error);
QByteArray encodeComplaint(const QString &line);
QByteArray encodeFacts(const DocumentFacts &facts);
QByteArray encodePageText(const PageText &page);
QByteArray encodePageLayout(const PageLayout &page);
QByteArray encodeEntry(const std::optional<ArchiveEntry> &entry);

Result<SandboxMode> decodeHello(QByteArrayView bytes);
/// The Error the reader sent; when that makes no sense, one that says so.
Error decodeFailure(QByteArrayView bytes);
Result<QString> decodeComplaint(QByteArrayView bytes);
Result<DocumentFacts> decodeFacts(QByteArrayView bytes);
Result<PageText> decodePageText(QByteArrayView bytes);
Result<PageLayout> decodePageLayout(QByteArrayView bytes);
/// The payload is the pixels and nothing else, little endian.
Result<PagePicture> decodePicture(QByteArray bytes, const RenderRequest &request);
Result<std::optional<ArchiveEntry>> decodeEntry(QByteArrayView bytes);
Result<QByteArray> decodeEntryBytes(QByteArray bytes);

/// What the host says of an answer that makes no sense.
Error senseless(const QString &detail);

} // namespace model::reader
