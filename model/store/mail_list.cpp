// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/mail_list.h"

#include "model/store/facts_json.h"
#include "model/store/query.h"

namespace model::store {

Result<std::vector<NumberedMail>> mailsOf(Database &database)
{
    return queryAll(database,
                    "SELECT number, facts FROM document WHERE kind = 'mail' AND state = 'read' ORDER BY number",
                    [](const Statement &row) {
                        const auto facts = factsFromJson(row.text(1));
                        return NumberedMail{row.integer(0), facts ? facts->mail : MailFacts()};
                    });
}

} // namespace model::store
