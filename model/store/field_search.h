// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/domain/subject.h"
#include "model/search/page_set.h"
#include "model/search/query.h"

#include <QStringList>

namespace model::store {

class Database;

/// The pages that a field of a query narrows to. Where its value names nothing in the case, a sentence is added to
/// `remarks` and the set is empty.
/// - partner:, permission: pages with a tag naming it, or with evidence linked to a finding of it, through merges; by
///   name or alias, in full if there is such a one, else in part; case and accents of compatibility folded
/// - document: its number, else 8 or more digits of its SHA-256, else one of its titles or file names, in full if there
///   is such a one, else in part
/// - kind: pages with such a tag
/// - stance:, verdict: pages with evidence linked with that stance, or to a finding with that verdict
/// - read: pages marked read, or the others
/// - ocr: pages whose text OCR found, more or less surely; the others; those that wait for it
/// - hidden: pages with text that whoever made the file hid, or the others
/// - bates: the page with this number stamped on it, else those whose number begins so; letter case and what is neither
///   letter nor digit make no difference
Result<search::PageSet> pagesOfField(Database &database, search::Field field, const QString &value,
                                     QStringList &remarks);

/// Whether document: takes this for a number or a hash before it looks at titles.
bool isNumberOrHash(const QString &value);

/// The pages with a tag naming the subject, or with evidence linked to a finding of it; of a root, through merges.
Result<search::PageSet> pagesOfSubject(Database &database, SubjectKind kind, const SubjectId &root);

} // namespace model::store
