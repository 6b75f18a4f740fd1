// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QRectF>

#include <map>
#include <optional>
#include <vector>

/// Small PDFs for tests. All text is Latin-1; lengths are points.
struct PdfLine {
    double x = 72;   ///< from the left edge of the media box
    double top = 72; ///< of the baseline, from the upper edge of the media box
    QByteArray text;
    double size = 12;
    QByteArray font = "Helvetica"; ///< one of the fourteen standard fonts, or a name that is nowhere
    bool upwards = false;          ///< written from bottom to top
};

struct PdfPage {
    double width = 595;
    double height = 842;
    std::vector<PdfLine> lines;
    int rotate = {};                    ///< /Rotate, in degrees
    std::optional<QRectF> cropBox = {}; ///< from the upper left corner of the media box
    QByteArray content = {};            ///< more of a content stream, as it is
    QByteArray annotations = {};        ///< dictionaries, as they are
};

struct PdfOutlineEntry {
    QByteArray title;
    int pageIndex = 0;
    int firstChild = -1; ///< number of the entry that it says is below it: any, also itself; -1 for none
};

struct PdfAttachment {
    QByteArray name;
    QByteArray bytes = "attached";
    bool isPinned = false; ///< to the first page, instead of listed with the document
    bool isPacked = false;
};

struct PdfFile {
    std::vector<PdfPage> pages;
    std::map<QByteArray, QByteArray> info; ///< "Title", "Author", "CreationDate", ... to a string
    std::vector<PdfOutlineEntry> outline;
    QByteArray pageLabels; ///< of a number tree, "0 << /S /r >> 4 << /S /D >>"
    QByteArray xmp;
    std::vector<PdfAttachment> attachments;
};

QByteArray pdfBytes(const PdfFile &file);
/// The file with an object put or replaced at its end, as programs save a change. `trailer`: more of the last
/// dictionary.
QByteArray pdfSavedAgain(const QByteArray &file, int number, const QByteArray &body, const QByteArray &trailer = {});
/// What pdfOfLines() made, saved again with another line on its first page.
QByteArray pdfSavedWithLine(const QByteArray &file, const QByteArray &line);
/// Pages with a line of text each, 12 points Helvetica.
QByteArray pdfOfLines(const std::vector<QByteArray> &lines);
