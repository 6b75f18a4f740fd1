// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model::reader {

class DocumentDevice;

/// What a file is, by what is in it: its name is not looked at, which the reader is not even told.
enum class DocumentFormat { Pdf, Image, Text, Table, WebPage, Mail, Mailbox, OutlookMail, Office, Other };

/// From the first bytes, and for a PDF the last ones. `Other` may be an archive; whoever opens it finds out.
DocumentFormat formatOf(DocumentDevice &device);

} // namespace model::reader
