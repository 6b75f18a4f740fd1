// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/subject.h"

#include <QString>

#include <optional>
#include <vector>

namespace ui {

/// A name that the reporter may mean.
struct NameMatch {
    QString name;  ///< of the partner or permission that stands for itself
    QString found; ///< the alias or merged name that matched; empty when it was the name itself
    friend bool operator==(const NameMatch &, const NameMatch &) = default;
};

/// Best first, at most `count`: equal, begins with it, holds it at the start of a word, has words that
/// begin with those of the text in their order ("re ph" means "receive · photos"). For an empty text all, by name.
std::vector<NameMatch> nameMatches(const std::vector<model::Subject> &subjects, const QString &text, int count);

/// The one name a quoted passage most likely means: equal to the quote, or all of its words stand in it ("could read
/// users' private messages" means "read · private messages"). Nothing when there is none.
std::optional<QString> nameMeantBy(const std::vector<model::Subject> &subjects, const QString &quote);

} // namespace ui
