// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/domain/mail_threads.h"

#include "tests/support/catch.h"

using namespace model;

namespace {

NumberedMail mail(qint64 number, const char *id, qint64 sentMs, const QStringList &references = {},
                  const char *inReplyTo = "")
{
    NumberedMail one{number, {}};
    one.facts.messageId = QString::fromLatin1(id);
    one.facts.sentMs = sentMs;
    one.facts.references = references;
    one.facts.inReplyTo = QString::fromLatin1(inReplyTo);
    return one;
}

std::vector<qint64> numbersOf(const std::vector<ThreadedMail> &mails)
{
    std::vector<qint64> numbers;
    for (const ThreadedMail &one : mails)
        numbers.push_back(one.mail.number);
    return numbers;
}

const QString a = QStringLiteral("a");
const QString b = QStringLiteral("b");
const QString lost = QStringLiteral("lost");

} // namespace

TEST_CASE("answers come behind the mail they answer, the oldest first")
{
    const auto mails = threadsOf({mail(1, "d", 40, {a}, "a"), mail(2, "c", 30, {a, b}), mail(3, "b", 20, {a}, "a"),
                                  mail(4, "a", 10), mail(5, "other", 5)});
    CHECK(numbersOf(mails) == std::vector<qint64>{5, 4, 3, 2, 1});
    CHECK(mails[0].thread == 5);
    CHECK(mails[3].thread == 4);
    CHECK(mails[3].place == 3);
    CHECK(mails[3].depth == 2);
    CHECK(mails[3].repliesTo == 3);
    CHECK(mails[4].repliesTo == 4);
    CHECK(mails[1].repliesTo == 0);
}

TEST_CASE("mails that answer one that is not there belong together, and so do those of a circle")
{
    const auto mails =
        threadsOf({mail(1, "x", 2, {lost}), mail(2, "y", 1, {}, "lost"), mail(3, "", 3), mail(4, "", 4)});
    CHECK(numbersOf(mails) == std::vector<qint64>{2, 1, 3, 4});
    CHECK(mails[1].thread == 2);
    CHECK(mails[2].thread == 3);
    CHECK(mails[3].thread == 4);
    const auto circle = threadsOf({mail(1, "a", 1, {b}), mail(2, "b", 2, {a}), mail(3, "c", 3, {}, "c")});
    CHECK(numbersOf(circle) == std::vector<qint64>{1, 2, 3});
    CHECK(circle[1].thread == 1);
}

TEST_CASE("a conversation of a hundred thousand mails is put in order in one go")
{
    std::vector<NumberedMail> mails;
    for (int i = 0; i < 100'000; ++i)
        mails.push_back(mail(i + 1, QByteArray::number(i).constData(), i, {}, QByteArray::number(i - 1).constData()));
    const auto threads = threadsOf(mails);
    REQUIRE(threads.size() == mails.size());
    CHECK(threads.back().depth == 99'999);
    CHECK(threads.back().thread == 1);
}
