// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/domain/mail_facts.h"

#include <QtGlobal>

#include <vector>

namespace model {

/// A mail of the case.
struct NumberedMail {
    qint64 number = 0; ///< of the document
    MailFacts facts;
    friend bool operator==(const NumberedMail &, const NumberedMail &) = default;
};

/// A mail and its place in the conversation it belongs to.
struct ThreadedMail {
    NumberedMail mail;
    qint64 thread = 0;    ///< number of the first mail of the conversation
    int place = 0;        ///< in the conversation, from 1: answers come behind what they answer, the oldest first
    int depth = 0;        ///< how many mails are answered on the way up to the one that answers none of the case's
    qint64 repliesTo = 0; ///< number of the mail that this one answers; 0 when the case has it not, or it answers none
    friend bool operator==(const ThreadedMail &, const ThreadedMail &) = default;
};

/// The mails put into conversations by what they say they answer: conversation by conversation, each in order. Mails
/// that answer one that the case does not have belong together too.
std::vector<ThreadedMail> threadsOf(std::vector<NumberedMail> mails);

} // namespace model
