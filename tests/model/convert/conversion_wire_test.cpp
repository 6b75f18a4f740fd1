// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/convert/conversion_wire.h"

#include "tests/support/catch.h"

using namespace model::convert;

TEST_CASE("a request and an answer come out as they went in")
{
    ConversionRequest request;
    request.ending = QStringLiteral("docx");
    request.limits = {1, 2, qint64(3) << 32, qint64(4) << 32, 5};
    request.useLandlock = false;
    const auto asked = ConversionRequest::fromBytes(request.toBytes());
    REQUIRE(asked);
    CHECK(asked->ending == request.ending);
    CHECK(asked->limits.wallMs == 1);
    CHECK(asked->limits.cpuSeconds == 2);
    CHECK(asked->limits.memoryBytes == qint64(3) << 32);
    CHECK(asked->limits.outputBytes == qint64(4) << 32);
    CHECK(asked->limits.processes == 5);
    CHECK_FALSE(asked->useLandlock);
    CHECK(asked->useNamespaces);
    const auto answer =
        ConversionAnswer::fromBytes(ConversionAnswer{ConversionOutcome::TooLarge, 9, true, false}.toBytes());
    REQUIRE(answer);
    CHECK(answer->outcome == ConversionOutcome::TooLarge);
    CHECK(answer->waitStatus == 9);
    CHECK(answer->hadLandlock);
    CHECK_FALSE(answer->hadNamespaces);
}

TEST_CASE("an ending that is not one of ours, and bytes that are no message, are turned away")
{
    ConversionRequest request;
    for (const char *ending : {"", "pdf", "../docx", "sh"}) {
        request.ending = QLatin1String(ending);
        CHECK_FALSE(ConversionRequest::fromBytes(request.toBytes()));
    }
    request.ending = QStringLiteral("rtf");
    const QByteArray bytes = request.toBytes();
    CHECK(ConversionRequest::fromBytes(bytes));
    for (qsizetype length = 0; length < bytes.size(); ++length)
        CHECK_FALSE(ConversionRequest::fromBytes(bytes.left(length)));
    CHECK_FALSE(ConversionRequest::fromBytes(bytes + 'x'));
    CHECK_FALSE(ConversionAnswer::fromBytes(QByteArray(7, '\xff')));
    CHECK_FALSE(ConversionAnswer::fromBytes({}));
}
