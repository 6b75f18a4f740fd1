// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/entities.h"

#include <QSet>

namespace model::annotate {

/// Which entities, by Entity::name, no partner can be, whatever the models made of them: days and months; departments
/// ("Data Science"); and common words ("Agree", "Third Parties") that the text has without capitals at least as often.
/// What the reporter called a partner is one. Not part of what is learned.
QSet<QString> noNames(const Analysis &analysis, const Entities &entities, const CommonWords &common);

} // namespace model::annotate
