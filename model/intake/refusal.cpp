// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/refusal.h"

namespace model::intake {
namespace {

RefusalReason reasonFor(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::NeedsPassword:
        return RefusalReason::Encrypted;
    case ErrorKind::Unsupported:
        return RefusalReason::NotSupported;
    case ErrorKind::TooLarge:
        return RefusalReason::TooLarge;
    case ErrorKind::Unsafe:
        return RefusalReason::Unsafe;
    case ErrorKind::TimedOut:
        return RefusalReason::TimedOut;
    case ErrorKind::Crashed:
        return RefusalReason::ReaderCrashed;
    default:
        return RefusalReason::Damaged;
    }
}

} // namespace

Refusal refusalFor(const Error &error)
{
    return {reasonFor(error.kind), error.sentence};
}

Refusal refusalOfEmptyFile()
{
    return {RefusalReason::Empty, QStringLiteral("The file is empty: it has a name, but not a single byte.")};
}

bool endsReader(const Error &error)
{
    return error.kind == ErrorKind::TimedOut || error.kind == ErrorKind::Crashed || error.kind == ErrorKind::TooLarge ||
           error.kind == ErrorKind::Cancelled;
}

} // namespace model::intake
