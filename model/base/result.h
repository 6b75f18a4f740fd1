// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

namespace model {

/// A T, or the Error that kept us from it. Member names as in std::expected, which may replace it one day.
template <class T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &value() const & { return checked(std::get_if<0>(&m_state)); }
    T &value() & { return checked(std::get_if<0>(&m_state)); }
    T &&value() && { return std::move(checked(std::get_if<0>(&m_state))); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }

    const Error &error() const { return checked(std::get_if<1>(&m_state)); }

private:
    template <class P> static P &checked(P *pointer)
    {
        assert(pointer);
        return *pointer;
    }
    std::variant<T, Error> m_state;
};

/// Done, or the Error that kept us from it.
template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    bool has_value() const { return !m_error.has_value(); }
    explicit operator bool() const { return has_value(); }
    const Error &error() const
    {
        assert(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace model
