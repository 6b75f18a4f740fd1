// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/document.h"
#include "model/domain/finding.h"
#include "model/domain/tag.h"
#include "tests/support/catch.h"

using namespace model;

TEST_CASE("every word of the vocabulary leads back to its value")
{
    for (const Stance stance : allStances)
        CHECK((stanceFromWord(toWord(stance)) == stance));
    for (const Verdict verdict : allVerdicts)
        CHECK((verdictFromWord(toWord(verdict)) == verdict));
    for (const TagKind kind : {TagKind::Partner, TagKind::Permission, TagKind::Evidence})
        CHECK((tagKindFromWord(toWord(kind)) == kind));
    for (const SubjectKind kind : {SubjectKind::Partner, SubjectKind::Permission})
        CHECK((subjectKindFromWord(toWord(kind)) == kind));
    for (const DocumentState state : {DocumentState::Waiting, DocumentState::Read, DocumentState::Refused})
        CHECK((documentStateFromWord(toWord(state)) == state));
    for (const RefusalReason reason :
         {RefusalReason::None, RefusalReason::Damaged, RefusalReason::Encrypted, RefusalReason::NotSupported,
          RefusalReason::TooLarge, RefusalReason::TimedOut, RefusalReason::ReaderCrashed, RefusalReason::Unsafe})
        CHECK((refusalReasonFromWord(toWord(reason)) == reason));
    for (const FileKind kind : {FileKind::Unknown, FileKind::Pdf, FileKind::Archive, FileKind::Text, FileKind::Table,
                                FileKind::WebPage, FileKind::Mail})
        CHECK((fileKindFromWord(toWord(kind)) == kind));
    CHECK_FALSE(stanceFromWord(QStringLiteral("Supports")));
}
