// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/vocabulary.h"

#include "model/domain/subject.h"

namespace model::annotate {
namespace {

constexpr std::array<const char *, actionCount> actionWords = {"read", "receive", "write",     "delete",
                                                               "use",  "exempt",  "integrate", "other"};
constexpr std::array<const char *, dataKindCount> dataWords = {
    "messages", "friends",  "contacts",  "profile",   "posts",  "location", "health",   "identifiers",
    "browsing", "purchase", "financial", "biometric", "device", "groups",   "calendar", "other"};

template <class Value, size_t N> std::optional<Value> find(const std::array<const char *, N> &words, QStringView word)
{
    for (size_t i = 0; i < N; ++i) {
        if (word == QLatin1String(words[i]))
            return Value(i);
    }
    return std::nullopt;
}

} // namespace

QString toWord(Action action)
{
    return QString::fromLatin1(actionWords[size_t(action)]);
}

QString toWord(DataKind data)
{
    return QString::fromLatin1(dataWords[size_t(data)]);
}

std::optional<Action> actionFromWord(QStringView word)
{
    return find<Action>(actionWords, word);
}

std::optional<DataKind> dataKindFromWord(QStringView word)
{
    return find<DataKind>(dataWords, word);
}

QString permissionName(const Permission &permission)
{
    return toWord(permission.action) + QStringLiteral(" · ") + toWord(permission.data);
}

std::optional<Permission> permissionFromName(const QString &name)
{
    const auto parts = permissionParts(name);
    const auto action = actionFromWord(parts.action.toCaseFolded());
    const auto data = dataKindFromWord(parts.data.toCaseFolded());
    return action && data ? std::optional(Permission{*action, *data}) : std::nullopt;
}

} // namespace model::annotate
