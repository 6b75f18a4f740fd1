// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>

namespace model::reader {

/// An open file descriptor that is closed when this goes.
class Descriptor final {
public:
    Descriptor() = default;
    explicit Descriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~Descriptor() { reset(); }

    void reset();
    int get() const { return m_descriptor; }
    bool isOpen() const { return m_descriptor >= 0; }

private:
    int m_descriptor = -1;
};

/// Two ends of a socket of kind `type` (SOCK_STREAM, SOCK_SEQPACKET) that no program started later inherits. Both
/// closed when there are none to be had.
std::pair<Descriptor, Descriptor> socketPair(int type);

} // namespace model::reader
