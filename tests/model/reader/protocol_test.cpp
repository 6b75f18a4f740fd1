// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/protocol.h"

#include "model/reader/descriptor.h"
#include "model/reader/frame_socket.h"
#include "tests/support/catch.h"

#include <sys/socket.h>
#include <unistd.h>

using namespace model;
using namespace model::reader;

namespace {

QDeadlineTimer never()
{
    return QDeadlineTimer(QDeadlineTimer::Forever);
}

} // namespace

TEST_CASE("requests decode to what was encoded")
{
    const RenderRequest render{3, 1.5, 2, QRect(10, 20, 300, 400)};
    const auto again = decodeRender(encodeRender(render));
    REQUIRE(again);
    CHECK(again->pageIndex == 3);
    CHECK(again->pixelsPerPoint == 1.5);
    CHECK(again->turns == 2);
    CHECK(again->part == render.part);
    CHECK(*decodePageIndex(encodePageIndex(7)) == 7);
    CHECK(*decodePassword(encodePassword("hunter2")) == "hunter2");

    OpenRequest open;
    open.useLandlock = false;
    open.limits.answerMs = 5;
    open.limits.unpackedRatio = 2.5;
    const auto opened = OpenRequest::fromBytes(open.toBytes());
    REQUIRE(opened);
    CHECK_FALSE(opened->useLandlock);
    CHECK(opened->limits.answerMs == 5);
    CHECK(opened->limits.unpackedRatio == 2.5);
    CHECK_FALSE(OpenRequest::fromBytes(open.toBytes().chopped(1)));
    const auto ended = Ended::fromBytes(QByteArrayView(Ended{9, true}.toBytes()));
    CHECK(ended->waitStatus == 9);
    CHECK(ended->overMemory);
}

TEST_CASE("a frame arrives as it was sent")
{
    const auto [one, other] = socketPair(SOCK_STREAM);
    REQUIRE(sendFrame(one.get(), {FrameType::Text, 4, 5}, "words", never()) == FrameFault::None);
    const Frame frame = receiveFrame(other.get(), 5, never());
    CHECK(frame.fault == FrameFault::None);
    CHECK(frame.header.type == FrameType::Text);
    CHECK(frame.header.request == 4);
    CHECK(frame.payload == "words");
}

TEST_CASE("a frame that says it is too long is refused before its bytes are taken")
{
    const auto [one, other] = socketPair(SOCK_STREAM);
    const auto header = FrameHeader{FrameType::Text, 1, 0xffffffff}.toBytes();
    REQUIRE(send(one.get(), header.data(), header.size(), 0) == FrameHeader::size);
    CHECK(receiveFrame(other.get(), 1 << 20, never()).fault == FrameFault::TooLarge);
}

TEST_CASE("what is no frame, half a frame, or none at all is told apart")
{
    auto [one, other] = socketPair(SOCK_STREAM);
    CHECK(receiveFrame(other.get(), 10, QDeadlineTimer(0)).fault == FrameFault::TimedOut);
    REQUIRE(send(one.get(), "just some bytes of no meaning", 16, 0) == 16);
    CHECK(receiveFrame(other.get(), 10, never()).fault == FrameFault::Garbled);
    const auto header = FrameHeader{FrameType::Text, 1, 8}.toBytes();
    REQUIRE(send(one.get(), header.data(), header.size(), 0) == FrameHeader::size);
    REQUIRE(send(one.get(), "half", 4, 0) == 4);
    one.reset();
    CHECK(receiveFrame(other.get(), 10, never()).fault == FrameFault::Closed);
    CHECK(sendFrame(other.get(), {FrameType::Text, 1, 0}, {}, never()) == FrameFault::Closed);
}
