// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace model::reader {

/// While one lives, Poppler makes no colour transforms. Text needs none, and Poppler would make them anew for each
/// page, which takes longer than the text of some documents. carveout-reader's own cmsCreateTransform stands in for
/// that of LittleCMS.
class WithoutColours final {
public:
    WithoutColours();
    ~WithoutColours();
    WithoutColours(const WithoutColours &) = delete;
    WithoutColours &operator=(const WithoutColours &) = delete;

    /// Whether Poppler says this only because there is one.
    static bool causes(const QString &complaint);
};

} // namespace model::reader
