// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model::ocr {

/// The whole of carveout-ocr, whose arguments are the languages to read, as Tesseract calls them ("eng"): loads their
/// data, then forks a sandboxed process whenever the host asks for one, which reads pictures of pages. Returns the exit
/// status.
int runOcrProgram(int argumentCount, char **arguments);

} // namespace model::ocr
