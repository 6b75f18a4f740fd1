// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/mail_conversations.h"

#include "model/store/mail_list.h"

namespace model::session {

Result<std::vector<ThreadedMail>> conversations(const CaseFile &file)
{
    auto mails = store::mailsOf(file.database());
    if (!mails)
        return mails.error();
    return threadsOf(*std::move(mails));
}

} // namespace model::session
