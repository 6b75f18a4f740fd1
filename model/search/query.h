// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/text_range.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <array>
#include <variant>
#include <vector>

namespace model::search {

class WordBreaker;

/// What a query can narrow to beside words. The word before the colon.
enum class Field { Partner, Permission, Document, Kind, Stance, Verdict, Read, Ocr, Hidden, Bates };
inline constexpr std::array<Field, 10> allFields = {Field::Partner, Field::Permission, Field::Document, Field::Kind,
                                                    Field::Stance,  Field::Verdict,    Field::Read,     Field::Ocr,
                                                    Field::Hidden,  Field::Bates};

enum class NodeKind {
    Text, ///< a word or a phrase
    Near, ///< its children are Text
    Field,
    And, ///< two or more children
    Or,  ///< two or more children
    Not  ///< one child
};

/// A query as a tree.
struct Node {
    NodeKind kind = NodeKind::Text;
    TextRange place;     ///< where it stands in the query
    int leaf = -1;       ///< Text and Near that no Near holds: their number in the query, from 0
    QString text = {};   ///< Text: as typed, without quotation marks and what follows them
    bool prefix = false; ///< Text: the last word may go on
    int edits = 0;       ///< Text: how many edits away a word may be, 0 to 2; one word only
    int distance = 0;    ///< Near: how many words may stand between
    Field field = Field::Document;
    QString value = {}; ///< Field: as typed, without quotation marks; one of its words where it has fixed ones
    std::vector<Node> children = {};
};

/// What is wrong with a query.
struct QueryFault {
    qsizetype position = 0; ///< where, 0 to the length of the query: a caret can be put there
    QString sentence;
};

struct Query {
    Node root;
    int leafCount = 0;
};

/// Reads what the reporter typed:
///   word   "a phrase"   word*   "a phr"*   word~   word~2   a b (both)   a AND b   a OR b   NOT a   (a OR b) c
///   a NEAR b   a NEAR/5 b   NEAR(a "b c" d, 5)
///   partner: permission: document: kind: stance: verdict: read: hidden: bates:   with a word or a "quoted value"
///   ocr:<70   ocr:>90   pages read by OCR less or more surely than that many percent;   ocr:yes   ocr:no   ocr:waiting
/// NEAR binds closest, then NOT, AND, OR. Operators are in capitals. Punctuation outside of words is passed over.
std::variant<Query, QueryFault> parseQuery(QStringView text, WordBreaker &breaker);

/// "partner", "permission", ...
QString toWord(Field field);
/// The values a field takes; empty for one that takes any.
QStringList wordsOf(Field field);

} // namespace model::search
