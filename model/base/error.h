// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model {

enum class ErrorKind {
    Io,            ///< the disk or a pipe failed
    Full,          ///< no space left
    Locked,        ///< another program holds the case
    ReadOnly,      ///< the case is open for reading only
    Damaged,       ///< bytes are not what they should be
    NewerVersion,  ///< written by a newer Carveout
    NeedsPassword, ///< encrypted, and the password is missing or wrong
    Unsupported,   ///< a kind of file or feature we do not read
    TooLarge,      ///< over a limit that protects the machine
    Unsafe,        ///< built to do harm: an archive entry that climbs out of its folder
    TimedOut,      ///< no answer within the deadline
    Crashed,       ///< the reader died
    NotFound,      ///< nothing by that name
    Ambiguous,     ///< more than one thing by that name
    Invalid,       ///< the request itself makes no sense
    Usage,         ///< the words of a command line make no sense
    Busy,          ///< try again
    Cancelled,     ///< the reporter stopped it
    Bug            ///< ours
};

/// What went wrong. `sentence` is for the reporter: what happened, to what, what to do now. `detail` is for whoever
/// mends the program; it may hold ids and library messages, never text of a document.
struct Error {
    ErrorKind kind = ErrorKind::Bug;
    QString sentence;
    QString detail = {};
};

/// What an act returns that was told to stop.
inline Error stopped()
{
    return {ErrorKind::Cancelled, QStringLiteral("Stopped.")};
}

} // namespace model
