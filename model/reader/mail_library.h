// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>

#include <gmime/gmime.h>

/// What the mail library gives, as our own types.
namespace model::reader {

/// Readies the library. Once, before a reader gives up its rights.
void warmUpMails();

struct ObjectEnd {
    void operator()(void *object) const { g_object_unref(object); }
};
template <class T> using Owned = std::unique_ptr<T, ObjectEnd>;

/// The message that the bytes spell, or nothing.
Owned<GMimeMessage> messageFrom(const QByteArray &bytes);
/// A header as it is to be read: unfolded, and its encoded words decoded. Empty when there is none.
QString header(GMimeObject *object, const char *name);
/// What is in a part, decoded from base64 and the like; of a message part, the message as it came.
QByteArray contentOf(GMimeObject *part);
/// The name that a part gives its file; empty when it gives none.
QString fileNameOf(GMimeObject *part);

} // namespace model::reader
