// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model::ocr {

class Recogniser;

/// Answers the host's requests until the session ends: reads one page after the other.
void runOcrSession(int session, Recogniser &recogniser);

} // namespace model::ocr
