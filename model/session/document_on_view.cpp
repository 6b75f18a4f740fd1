// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/document_on_view.h"

#include "model/session/document_origin.h"
#include "model/session/remembered.h"
#include "model/store/case_folder.h"
#include "model/store/page_frames.h"
#include "model/store/transaction.h"

namespace model::session {

Result<DocumentOnView> documentOnView(const CaseFile &file, const Sha256 &document)
{
    const store::Snapshot snapshot(file.database());
    auto found = file.document(document);
    if (!found)
        return found.error();
    auto frames = store::pageFrames(file.database(), document);
    if (!frames)
        return frames.error();
    auto read = file.pagesRead(document);
    if (!read)
        return read.error();
    auto remembered = rememberedOf(file, document);
    if (!remembered)
        return remembered.error();
    const auto conversion = conversionOf(file, document);
    if (!conversion)
        return conversion.error();
    const QString path =
        *conversion ? store::CaseFolder(file.path()).convertedPath((**conversion).sha256) : file.originalPath(document);
    return DocumentOnView{*std::move(found), path, *std::move(frames), *std::move(read), *std::move(remembered)};
}

} // namespace model::session
