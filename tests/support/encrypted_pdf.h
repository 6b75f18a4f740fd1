// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A PDF of one page with a line of text, that opens with the password only. Latin-1.
QByteArray encryptedPdf(const QByteArray &line, const QByteArray &password);
