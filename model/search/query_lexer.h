// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/search/query.h"

namespace model::search {

enum class LexemeKind {
    Word,
    Phrase,
    Field,
    And,
    Or,
    Not,
    Near,     ///< between two operands
    NearOpen, ///< "NEAR("
    Open,
    Close ///< with the number, when ", 5)" closes a NEAR
};

struct Lexeme {
    LexemeKind kind = LexemeKind::Word;
    TextRange place;
    QString text = {}; ///< of words and phrases; a field's value; an operator as typed
    bool prefix = false;
    int number = -1; ///< edits after ~, words after NEAR/ or a NEAR's comma; -1: not given
    Field field = Field::Document;
};

/// Any of the marks that open or close a phrase.
bool isQuotationMark(QChar c);

/// Cuts a query up. Words without a letter or number are left out; fields and their fixed values are checked.
std::variant<std::vector<Lexeme>, QueryFault> readLexemes(QStringView query, WordBreaker &breaker);

} // namespace model::search
