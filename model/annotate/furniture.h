// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace model::annotate {

/// The text with the running heads and feet of its pages made blanks: lines at a page's top or bottom that stand there,
/// but for their numbers, on several pages. Pages are parted by '\f'. What is left keeps its place, so that offsets
/// hold for both texts.
QString withoutFurniture(QStringView text);

/// The same for what pageBody() leaves out: page numbers by themselves as well. No part of what is learned from.
QString withoutPageNumbers(QStringView text);

} // namespace model::annotate
