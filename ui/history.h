// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/finding.h"
#include "ui/page/page_place.h"

#include <optional>
#include <vector>

namespace ui {

/// The places of the window, in the order in which they lie on each other.
enum class Place { Read, Matrix, Timeline, Register, Case, Decisions };

/// Where the reporter is, exactly enough to come back.
struct Spot {
    Place place = Place::Read;
    std::optional<model::Sha256> document = {};   ///< in Read
    page::PagePlace page = {};                    ///< in that document
    QString query = {};                           ///< in Read: what is searched for
    std::optional<model::FindingKey> cell = {};   ///< in the matrix
    std::optional<model::SubjectId> subject = {}; ///< in the register

    /// Nobody would call going from one to the other a way.
    bool isSameAs(const Spot &other) const;
};

/// The way that the reporter went, as a browser keeps it.
class History final {
public:
    /// The reporter goes from here somewhere else: what was forward is forgotten.
    void leave(const Spot &here);
    /// One step; `here` is where the opposite step leads. Nothing at the end of the way.
    std::optional<Spot> back(const Spot &here);
    std::optional<Spot> forward(const Spot &here);
    /// Back over all steps in the place in view to the one before it.
    std::optional<Spot> backToOtherPlace(const Spot &here);

private:
    static std::optional<Spot> step(std::vector<Spot> &from, std::vector<Spot> &to, const Spot &here);

    std::vector<Spot> m_past;   ///< last first gone back to
    std::vector<Spot> m_future; ///< the same way round
};

} // namespace ui
