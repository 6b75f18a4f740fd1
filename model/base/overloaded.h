// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model {

/// Several lambdas as one visitor for std::visit.
template <class... Handlers> struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers> Overloaded(Handlers...) -> Overloaded<Handlers...>;

} // namespace model
