// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/reader/attachment_names.h"

#include "tests/support/catch.h"

using namespace model::reader;

TEST_CASE("no name of an attachment, however long, makes it a file that is passed over as hidden")
{
    const QString end = QStringLiteral(". Report to the board.pdf");
    const QString name = QString(300, u'x') + end + QString(200 - end.size(), u'y');
    CHECK(attachmentName(name, QStringLiteral("attachment")).startsWith(QStringLiteral("_. Report")));
    CHECK(attachmentName(QStringLiteral(".profile"), QStringLiteral("attachment")) == QStringLiteral("_.profile"));
}
