// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/intake/suggesting.h"

/// Stands for an annotator: in each sentence, "Alder Bank", "Birch Media" and "Cedar Inc." are partners, "read
/// messages" and "write posts" permissions; a sentence with both is evidence of every pair, denied where it says
/// "never", in 2013 where it says so. It heeds neither holders nor known names. The reason for a passage is that
/// it reads as it reads. With `wide`, as after training,
/// passages reach one character further to the left and the version differs.
std::shared_ptr<const model::intake::Proposer> scriptedProposer(bool wide = false);
