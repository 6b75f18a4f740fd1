// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/sha256.h"
#include "model/domain/mail_facts.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace model {

/// Where a document stands. `Waiting`: its bytes are kept, its pages not read yet; with a reason where they cannot be
/// until something is done about it.
enum class DocumentState { Waiting, Read, Refused };

/// Why a document could not be read.
enum class RefusalReason {
    None,
    Damaged,
    Encrypted,
    NotSupported,
    TooLarge,
    TimedOut,
    ReaderCrashed,
    Unsafe,
    Empty,
    NeedsLibreOffice ///< of one that waits: LibreOffice is not installed
};

/// What the bytes are. An archive is kept as an original, and its entries are documents of their own. Office: of a word
/// processor, a spreadsheet or a slide show; has pages once LibreOffice has made a PDF of it.
enum class FileKind { Unknown, Pdf, Archive, Text, Table, WebPage, Mail, Image, Office };

/// An entry of a document's table of contents.
struct OutlineEntry {
    QString title;
    int level = 0;      ///< 0 at the top
    int pageIndex = -1; ///< from 0; -1 when it leads nowhere in this document
    friend bool operator==(const OutlineEntry &, const OutlineEntry &) = default;
};

/// What a file says about itself. Everything here is a claim of whoever made the file.
struct DocumentFacts {
    FileKind kind = FileKind::Unknown;
    int pageCount = 0;
    QString title;
    QString author;
    QString subject;
    QString keywords;
    QString creator;
    QString producer;
    qint64 createdMs = 0;  ///< UTC; 0 when not given
    qint64 modifiedMs = 0; ///< UTC; 0 when not given
    QString xmp;
    QString pdfVersion;
    bool encrypted = false;
    bool mayPrint = true;
    bool mayCopy = true;
    bool mayChange = true;
    bool mayAnnotate = true;
    QStringList embeddedFiles; ///< names only
    std::vector<OutlineEntry> outline;
    QString encoding;              ///< of a text, as it was found: "UTF-8", "windows-1252"; empty for what has none
    MailFacts mail;                ///< of a Mail
    std::vector<qint64> revisions; ///< where each earlier state of the file ends, in bytes; the oldest first
    QString officeFormat;          ///< of an Office document, see isOfficeFormat(); empty for others

    friend bool operator==(const DocumentFacts &, const DocumentFacts &) = default;
};

/// One imported file, as the lists show it.
struct Document {
    Sha256 sha256;
    qint64 number = 0;        ///< from 1, in order of import; stays for good
    qint64 size = 0;          ///< bytes
    QString file = {};        ///< name of the file where it was first found, without its folders
    QStringList origins = {}; ///< every place it was found at; inside an archive "bundle.zip/a/b.pdf"
    qint64 bundle = 0;        ///< the bundle it first came with
    QString title = {};       ///< the reporter's, else the file's own, else its name
    FileKind kind = FileKind::Unknown;
    DocumentState state = DocumentState::Waiting;
    RefusalReason reason = RefusalReason::None;
    QString reasonText = {}; ///< a sentence; empty unless there is a reason
    int pageCount = 0;
    int pagesReadByReporter = 0;
    bool isReadByModel = false;  ///< the annotation model has made its suggestions
    QStringList complaints = {}; ///< what the PDF library said of the file, capped
    int hiddenPassages = 0;      ///< see HiddenPassage

    friend bool operator==(const Document &, const Document &) = default;
};

/// The PDF that an Office document is read and shown as.
struct Conversion {
    Sha256 sha256; ///< of the PDF
    qint64 size = 0;
    QString converter; ///< "LibreOffice 7.4.7"

    friend bool operator==(const Conversion &, const Conversion &) = default;
};

/// What the reporter imported at once.
struct Bundle {
    qint64 id = 0;
    QString label; ///< name of the folder, archive or first file
    qint64 importedMs = 0;
    friend bool operator==(const Bundle &, const Bundle &) = default;
};

QString toWord(DocumentState state); ///< "waiting", "read" or "refused"
std::optional<DocumentState> documentStateFromWord(const QString &word);
/// The title that the file gives itself; empty where its program only put in a stand-in such as "Untitled document".
QString ownTitle(const DocumentFacts &facts);
QString toWord(RefusalReason reason); ///< "damaged", "encrypted", "not supported", ...; empty for None
std::optional<RefusalReason> refusalReasonFromWord(const QString &word);
QString toWord(FileKind kind); ///< "unknown", "pdf", "archive", "text", "csv", "html", "mail", "image" or "office"
std::optional<FileKind> fileKindFromWord(const QString &word);
/// The endings by which formats of office programs are called: "docx", "xlsx", "pptx", "odt", "ods", "odp", "rtf",
/// "doc", "xls" and "ppt".
bool isOfficeFormat(const QString &ending);

} // namespace model
