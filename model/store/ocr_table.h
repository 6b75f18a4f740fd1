// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/base/sha256.h"
#include "model/domain/page_content.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace model::store {

class Database;

/// The pages whose own text does not do, and what OCR made of them. Documents are named by their number here.
class OcrTable final {
public:
    explicit OcrTable(Database &database)
        : m_database(database)
    {
    }

    /// The page, which must be there, waits for OCR.
    Result<void> addNeed(qint64 document, int pageIndex, OcrNeed need);

    struct Waiting {
        qint64 document = 0;
        Sha256 sha256;
        int pageIndex = 0;
        OcrNeed need = OcrNeed::NoText;
        bool hasOcrText = false;              ///< as in Page
        std::optional<Sha256> converted = {}; ///< the PDF that the page is of, where it is not the document itself
    };
    /// The most promising first: pages of documents in which a partner was found already, then of short documents.
    Result<std::vector<Waiting>> waiting() const;
    Result<qint64> waitingCount() const;
    /// Whether there is a document of which OCR has read a page, and none waits, but on which nothing was suggested
    /// since.
    Result<bool> hasUnsuggested() const;
    /// Whether OCR found the text of a page of the document, and none of its pages waits any more.
    Result<bool> isReadWhole(qint64 document) const;

    struct Page {
        OcrNeed need = OcrNeed::NoText;
        bool waits = false;
        bool hasOcrText = false; ///< the page's text is what OCR found the last time
    };
    Result<std::optional<Page>> find(qint64 document, int pageIndex) const;

    /// The page's text, which the caller puts in its place, is now this layout's.
    Result<void> storeRead(qint64 document, int pageIndex, const RecognisedPage &page, int confidence,
                           const QStringList &languages);
    /// The page keeps the text it has.
    Result<void> storeKept(qint64 document, int pageIndex, const QStringList &languages);
    Result<void> storeFailure(qint64 document, int pageIndex, const QString &reason);

    /// Every page that OCR has read, or tried to, waits again; until then its text stays. Gives how many wait now.
    Result<qint64> letAllWait();

    /// What is shown over the page's picture; nothing where the page's text is not OCR's.
    Result<std::optional<PageLayout>> layout(const Sha256 &document, int pageIndex) const;

    Result<QStringList> languages() const; ///< never empty
    Result<void> setLanguages(const QStringList &languages);

private:
    Database &m_database;
};

} // namespace model::store
