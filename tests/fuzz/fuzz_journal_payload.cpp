// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a journal, as a case file from elsewhere may hold it: either Damaged, or a value that is written and read
// again as it is. The first byte says which part it is.
#include "model/journal/payload.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace model;
using namespace model::journal;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

template <class Part> void check(const QString &payload, Result<Part> (*read)(const QString &))
{
    const Result<Part> part = read(payload);
    if (!part) {
        require(part.error().kind == ErrorKind::Damaged && !part.error().sentence.isEmpty());
        return;
    }
    // What was read need not be in our own spelling, but what we write must be.
    const QString written = payloadOf(*part);
    const Result<Part> again = read(written);
    require(again.has_value() && *again == *part);
    require(payloadOf(*again) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QString payload =
        QString::fromUtf8(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    switch (data[0]) {
    case 'r':
        check(payload, &receivedFileFromPayload);
        break;
    case 'w':
        check(payload, &withdrawalFromPayload);
        break;
    default:
        check(payload, &appliedChangeFromPayload);
    }
    return 0;
}
