// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/intake/page_language.h"

#include "tests/support/catch.h"

using model::intake::languageOf;

TEST_CASE("The language of running text is known by its small words")
{
    CHECK(languageOf(
              QStringLiteral("The partner was given access to the messages of its users, and it is for this reason "
                             "that we have asked the company to end it by the end of the year.")) == u"en");
    CHECK(languageOf(
              QStringLiteral("Der Partner hatte Zugang zu den Nachrichten der Nutzer, und das ist der Grund, aus dem "
                             "wir die Firma baten, ihn mit dem Ende des Jahres auch zu beenden.")) == u"de");
    CHECK(languageOf(
              QStringLiteral("Le partenaire avait accès aux messages des utilisateurs, et c'est pour cette raison que "
                             "nous avons demandé à la société de le retirer avant la fin de l'année.")) == u"fr");
    CHECK(languageOf(
              QStringLiteral("El socio tenía acceso a los mensajes de los usuarios, y por esta razón se pidió a la "
                             "empresa que lo retirara antes de que el año llegara a su fin.")) == u"es");
}

TEST_CASE("Other scripts tell the language themselves")
{
    CHECK(languageOf(QStringLiteral("Партнёр получил доступ к личным сообщениям пользователей этой сети.")) == u"ru");
    CHECK(languageOf(QStringLiteral("Партнер отримав доступ до приватних повідомлень користувачів цієї мережі.")) ==
          u"uk");
    CHECK(languageOf(QStringLiteral("合作伙伴获得了读取用户私人消息的权限。")) == u"zh");
    CHECK(languageOf(QStringLiteral("パートナーは利用者のメッセージを読むことができました。")) == u"ja");
}

TEST_CASE("Tables, names and a few words are of no language that can be told")
{
    CHECK(languageOf(QString()).isEmpty());
    CHECK(languageOf(QStringLiteral("Total 12 334 55")).isEmpty());
    CHECK(languageOf(
              QStringLiteral("Larkspur Fernbank Quillfeather Brightwater Clearwater Larkspur Fernbank Quillfeather "
                             "Brightwater Clearwater Larkspur Fernbank Quillfeather"))
              .isEmpty());
}
