// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/reader/reader_types.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

/// What goes over the sockets between Carveout and carveout-reader.
///
/// The control socket (SOCK_SEQPACKET, descriptor 3 of carveout-reader) carries one OpenRequest a document, with three
/// descriptors: the document, the reader's end of its session socket, and carveout-reader's end of the lifeline.
/// Nothing comes back on it; its end ends the program and all its readers.
///
/// The session socket (SOCK_STREAM) carries frames. The reader says Hello, then answers each request, in order, with
/// one frame of the request's number, and may send complaints at any time.
///
/// The lifeline (SOCK_STREAM) lets the host end a reader, by closing its end, and tells it how the reader ended: one
/// Ended.
namespace model::reader {

inline constexpr int controlDescriptor = 3;
inline constexpr quint32 protocolVersion = 1;

enum class FrameType : quint32 {
    // requests
    Facts = 1,
    Text,
    Layout,
    Render,
    NextEntry,
    EntryBytes,
    Scan,
    Recognise, ///< of carveout-ocr
    // answers: that of the request above, or
    Failure = 100,
    // without a request
    Hello = 200,
    Complaint
};

/// Sixteen bytes before each frame's payload.
struct FrameHeader {
    static constexpr qsizetype size = 16;

    FrameType type = FrameType::Failure;
    quint32 request = 0; ///< number of the request, from 1; 0 for a frame without one
    quint32 length = 0;  ///< of the payload, in bytes

    std::array<char, size> toBytes() const;
    /// Nothing when these are not the bytes of a header.
    static std::optional<FrameHeader> fromBytes(QByteArrayView bytes);
};

struct OpenRequest {
    bool useLandlock = true;
    ReaderLimits limits;

    QByteArray toBytes() const;
    static std::optional<OpenRequest> fromBytes(QByteArrayView bytes);
};

/// How a reader ended.
struct Ended {
    static constexpr qsizetype size = 8;

    int waitStatus = 0;      ///< as waitpid gives it
    bool overMemory = false; ///< ended by carveout-reader for its resident memory

    std::array<char, size> toBytes() const;
    static std::optional<Ended> fromBytes(QByteArrayView bytes);
};

/// A reader's exit status.
inline constexpr int exitedOutOfMemory = 3;

// What goes with requests.
inline constexpr qsizetype maximumPassword = 4096;      ///< bytes
inline constexpr qsizetype maximumEntryBytes = 1 << 20; ///< one EntryBytes answer

QByteArray encodePassword(const QByteArray &password);
std::optional<QByteArray> decodePassword(QByteArrayView bytes);
QByteArray encodePageIndex(int pageIndex);
std::optional<int> decodePageIndex(QByteArrayView bytes);
QByteArray encodeRender(const RenderRequest &request);
std::optional<RenderRequest> decodeRender(QByteArrayView bytes);
/// Nothing when the request is one a reader can try to answer, else an Error of kind Invalid.
std::optional<Error> faultOf(const RenderRequest &request);

} // namespace model::reader
