// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/text_quality.h"

#include "tests/support/catch.h"

#include <QString>

using namespace model;

TEST_CASE("letters and digits of any script count")
{
    CHECK(lettersIn(u"a 1, b.") == 3);
    CHECK(lettersIn(u"данные 资料") == 8);
    CHECK(lettersIn(u"😀 — …") == 0);
}

TEST_CASE("what somebody can read is not garbled, in whatever language or form")
{
    CHECK_FALSE(isGarbled(u"Fernbank shared the list of friends with eleven partners until May 2018, and no longer."));
    CHECK_FALSE(isGarbled(u"Die Gesellschaft übermittelte Nachrichten, Freundeslisten und Standorte an elf Partner."));
    CHECK_FALSE(isGarbled(u"Příliš žluťoučký kůň úpěl ďábelské ódy; strč prst skrz krk, vlk zmrzl, zhltl hrst zrn."));
    CHECK_FALSE(isGarbled(u"Партнёры получали доступ к спискам друзей и личным сообщениям пользователей до мая."));
    CHECK_FALSE(isGarbled(
        u"用户的好友名单和私人消息在二〇一八年五月之前向十一个合作伙伴提供，之后不再提供。用户的好友名单和私人消息"));
    CHECK_FALSE(isGarbled(u"1,204.50  3,118.00  17.25\n88.10  1,000.00  4.75\n2018-05-01  2018-06-01  12.50 %"));
    CHECK_FALSE(
        isGarbled(u"Contents ................................................ 4\nParties ........................"
                  u"................ 12\nTerm ................................................. 17"));
    CHECK_FALSE(isGarbled(u"&%$#"));
}

TEST_CASE("signs for letters, characters that stand for nothing, and letters of a wrong map are garbled")
{
    CHECK(isGarbled(QString(60, QChar(0xfffd))));
    CHECK(isGarbled(QStringLiteral("\uE001\uE002\uE003\uE004 \uE005\uE006\uE007\uE008\uE009").repeated(6)));
    CHECK(isGarbled(u"!\"#$%&' ()*+,-. /:;<=>? @[\\]^_` {|}~!\" #$%&'( )*+,-./ :;<=>?@ [\\]^_`{ |}~"));
    // Each letter three further on, as in fonts whose glyphs are numbered without a map.
    CHECK(isGarbled(u"Ihuqedqn vkduhg wkh olvw ri iulhqgv zlwk hohyhq sduwqhuv xqwlo Pdb, dqg Euljkwpdlo frxog uhdg "
                    u"phvvdjhv dqg doo wkh uhvw wkdw wkhb dvnhg iru."));
}
