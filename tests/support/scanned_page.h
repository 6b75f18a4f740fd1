// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>

#include <vector>

/// What a scanner would make of these lines: a page's picture, without its text. Needs carveout-reader beside the test.
QImage scannedPage(const std::vector<QByteArray> &lines);
QByteArray scannedPng(const std::vector<QByteArray> &lines);
